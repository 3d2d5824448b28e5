use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph", name = "1/st")]
struct Entity {
    #[odata(name = "")]
    id: Option<String>,
    #[odata(name = "status@odata.type")]
    status: Option<String>,
}

fn main() {}
