use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph")]
enum Status {
    Running,
    Unknown(String),
}

fn main() {}
