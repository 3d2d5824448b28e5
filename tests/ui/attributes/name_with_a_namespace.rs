use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n", name = "microsoft.graph.user")]
struct User {
    id: Option<String>,
}

fn main() {}
