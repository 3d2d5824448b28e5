//! Tests the default values and alternate keys of generated types.

use odata_core::request::{Key, Service};
use odata_core::{Flags, ODataEntity};

use crate::shop_model::shop::defaults::{self, ParkingTicket, Ticket};
use crate::shop_model::shop::odd::{Colour, Rights};

#[test]
fn default_values_match_document() {
    let ticket = ParkingTicket::default();
    assert_eq!(ticket.ticket, Ticket::default());
    assert_eq!((ticket.ticket.code.as_deref(), ticket.ticket.r#type), (Some("```"), Some(i64::MIN)));
    assert_eq!(
        (ticket.colour.clone(), ticket.key.clone(), ticket.paid),
        (Some(Colour::Red), None, Some(false))
    );
    assert_eq!(ticket.rights, Some(Flags::from([Rights::Read, Rights::Write])));
    assert_eq!((ticket.single, ticket.double), (Some(-3.602_745_1E37), Some(f64::INFINITY)));
    let strings = [
        (ticket.ticket.id.map(|id| id.to_string()), "01234567-89ab-cdef-0123-456789abcdef"),
        (ticket.price.map(|price| price.to_string()), "-1.50"),
        (ticket.day.map(|day| day.to_string()), "2024-02-29"),
        (ticket.time.map(|time| time.to_string()), "07:30:00"),
        (ticket.instant.map(|instant| instant.to_string()), "2024-02-29 06:30:00 UTC"),
        (ticket.duration.as_ref().map(ToString::to_string), "PT2H"),
        (ticket.picture.as_ref().map(ToString::to_string), "T0RhdGE"),
    ];
    for (text, expected) in strings {
        assert_eq!(text.as_deref(), Some(expected));
    }
    assert_eq!(defaults::Key::default().default.as_deref(), Some("\"\\{}\u{202e}"));
    assert!(ticket.place.is_none());
}

#[test]
fn default_values_are_sent() {
    let body = ParkingTicket { double: None, ..ParkingTicket::default() }.to_create().expect("a body");
    let body = serde_json::to_value(&body).expect("JSON");
    assert_eq!((&body["paid"], &body["type"]), (&false.into(), &i64::MIN.into()));
    assert_eq!((body.get("made"), body.get("place")), (None, None));
}

#[test]
fn alternate_keys_are_written_into_paths() {
    let service = Service::new("https://shop.example").expect("a service");
    let tickets = service.entity_set::<ParkingTicket>("tickets");
    let path = |key: Key| tickets.key(key).to_string();
    assert_eq!(
        path(ParkingTicket::key_by_code_and_type_and_colour("a/b", 7, Colour::Red)),
        "https://shop.example/tickets(code='a%2Fb',type=7,colour=shop.odd.colour'red')"
    );
    assert_eq!(path(ParkingTicket::key_by_self_("a")), "https://shop.example/tickets(self='a')");
}
