#[path = "model/mod.rs"]
mod model;

use model::User;
use odata_core::ODataComplex;
use odata_core::query::{Aggregation, Apply};

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Totals {
    name: Option<String>,
}

fn main() {
    let totals = Aggregation::new().with(User::AGE.sum(), Totals::NAME);
    let _ = Apply::<User>::new().aggregate(totals);
}
