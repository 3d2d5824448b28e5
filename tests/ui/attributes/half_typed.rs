use odata_core::{Extra, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = )]
struct Entity {
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

fn main() {
    // The impls are there all the same: nothing but the attribute is wrong.
    let _: Entity = serde_json_like::<Entity>();
}

fn serde_json_like<T: for<'de> odata_core::serde::Deserialize<'de>>() -> T {
    unimplemented!()
}
