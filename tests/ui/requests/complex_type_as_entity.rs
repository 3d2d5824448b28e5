//! A complex type can't be requested as an entity.

use odata_core::ODataComplex;
use odata_core::request::Service;

#[derive(ODataComplex)]
#[odata(namespace = "microsoft.graph")]
struct Reminder {
    event_id: Option<String>,
}

fn main() {
    let service = Service::new("https://graph.microsoft.com/v1.0").unwrap();
    service.entity_set::<Reminder>("reminders").list();
}
