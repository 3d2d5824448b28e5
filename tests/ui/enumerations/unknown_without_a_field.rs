use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph")]
enum Status {
    Running,
    #[odata(unknown)]
    Unknown,
}

fn main() {}
