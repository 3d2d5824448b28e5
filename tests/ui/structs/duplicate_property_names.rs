use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    display_name: Option<String>,
    #[odata(name = "displayName")]
    title: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Group {
    alerts_v2: Option<String>,
    alerts_v_2: Option<String>,
    alerts__v2: Option<String>,
}

fn main() {}
