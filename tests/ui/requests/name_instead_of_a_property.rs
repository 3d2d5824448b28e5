#[path = "model/mod.rs"]
mod model;

use model::User;

fn main() {
    let _ = odata_core::query::QueryOptions::<User>::new().select("name");
}
