#[path = "model/mod.rs"]
mod model;

use model::User;
use odata_core::ODataEntity;

fn main() {
    let _ = User::create().null(User::NAME);
}
