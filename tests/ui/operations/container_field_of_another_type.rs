use odata_core::ODataContainer;
use odata_core::request::Service;

#[derive(ODataContainer)]
#[odata(namespace = "n")]
struct Graph {
    service: Service,
    users: Vec<String>,
}

fn main() {}
