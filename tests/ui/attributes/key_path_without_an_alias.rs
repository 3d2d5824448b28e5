use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n", key = "Info/ID")]
struct Category {
    name: Option<String>,
}

fn main() {}
