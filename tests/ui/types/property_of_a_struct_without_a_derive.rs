use odata_core::ODataEntity;

struct Identity {
    id: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    created_by: Vec<Identity>,
}

fn main() {}
