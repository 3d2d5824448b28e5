use odata_core::{ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "n", renam_all = "camelCase", tag = "sometimes", abstract = true)]
struct User {
    #[odata(compted)]
    name: Option<String>,
    #[odata(key, key)]
    id: String,
}

fn main() {}
