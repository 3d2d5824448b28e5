#[path = "model/mod.rs"]
mod model;

use model::User;
use odata_core::spatial::GeographyPoint;

fn main() {
    let _ = User::NAME.geo_distance(GeographyPoint::new(1.0, 2.0));
}
