use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    #[odata(navigation)]
    manager: Option<String>,
}

fn main() {}
