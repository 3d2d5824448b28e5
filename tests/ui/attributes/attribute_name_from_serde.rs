use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(flatten)]
    entity: Option<String>,
}

fn main() {}
