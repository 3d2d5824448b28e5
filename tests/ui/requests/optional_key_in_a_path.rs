use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Order {
    #[odata(key)]
    id: Option<i32>,
}

fn main() {
    let orders = Service::new("https://host").unwrap().entity_set::<Order>("orders");
    let order = Order { id: Some(1) };
    let _ = orders.key(order.id);
}
