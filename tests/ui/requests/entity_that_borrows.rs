//! An entity that borrows from the input can't be read from a response.

use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Reminder<'a> {
    event_id: Option<&'a str>,
}

fn main() {
    let service = Service::new("https://graph.microsoft.com/v1.0").unwrap();
    service.entity_set::<Reminder<'static>>("reminders").list();
}
