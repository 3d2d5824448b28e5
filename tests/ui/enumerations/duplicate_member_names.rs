use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph")]
enum Status {
    Running,
    #[odata(name = "running")]
    Active,
}

fn main() {}
