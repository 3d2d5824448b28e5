use odata_core::{Extra, ODataEntity};

#[derive(ODataEntity)]
#[odata(namespace = )]
struct Entity {
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

fn main() {
    // The derive macro generates stub impls despite the error, so this line causes no second error.
    let _: Entity = serde_json_like::<Entity>();
}

fn serde_json_like<T: for<'de> odata_core::serde::Deserialize<'de>>() -> T {
    unimplemented!()
}
