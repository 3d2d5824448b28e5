#[path = "model/mod.rs"]
mod model;

use model::User;
use odata_core::query::QueryOptions;

fn main() {
    let _ = QueryOptions::<User>::new().search(5);
}
