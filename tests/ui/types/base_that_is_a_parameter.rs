use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User<T> {
    #[odata(base)]
    base: T,
    name: Option<String>,
}

fn main() {}
