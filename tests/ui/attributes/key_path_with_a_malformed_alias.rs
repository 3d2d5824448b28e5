use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n", key = "Info/ID as EntityInfo.ID")]
struct Category {
    name: Option<String>,
}

fn main() {}
