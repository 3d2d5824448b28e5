#[path = "derived/mod.rs"]
mod derived;

use derived::User;

#[derive(odata_core::ODataEntity)]
#[odata(namespace = "n")]
struct Tag {
    texts: Vec<String>,
}

fn main() {
    let _ = Tag::TEXTS.any(User::NAME.eq("x"));
}
