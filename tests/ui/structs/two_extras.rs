use odata_core::{Extra, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Entity {
    #[odata(extra)]
    extra: Extra,
    #[odata(extra)]
    more: Extra,
}

fn main() {}
