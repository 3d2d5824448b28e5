use odata_core::{Extra, ODataEntity};

#[derive(ODataEntity)]
#[odata(nmespace = "microsoft.graph", rename_all = "Camel", tag = true)]
struct User {
    #[odata(kye, computed = "yes")]
    id: Option<String>,
    #[odata(name = "id")]
    identifier: Option<String>,
    #[odata(extra)]
    extra: Extra,
    #[odata(extra, unknown)]
    rest: Extra,
    #[odata(with = "my module!")]
    when: Option<String>,
}

fn main() {}
