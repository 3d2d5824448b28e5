#[path = "derived/mod.rs"]
mod derived;

use derived::User;

#[derive(odata_core::ODataEntity)]
#[odata(namespace = "n")]
struct Tag {
    text: Option<String>,
}

fn main() {
    let _ = Tag::TEXT.eq("x") | User::NAME.eq("y");
}
