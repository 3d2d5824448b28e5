use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Point {
    #[odata(key)]
    latitude: f64,
}

fn main() {}
