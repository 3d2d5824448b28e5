use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Order {
    #[odata(key, computed)]
    id: Option<i32>,
    #[odata(dependent)]
    customer: Option<i32>,
    #[odata(contained)]
    note: Option<String>,
}

fn main() {}
