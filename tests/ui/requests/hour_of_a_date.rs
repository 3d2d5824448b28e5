use odata_core::ODataEntity;
use odata_core::chrono::NaiveDate;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Event {
    first: NaiveDate,
    last: NaiveDate,
}

fn main() {
    let _ = Event::FIRST.hour();
}
