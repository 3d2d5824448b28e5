use odata_core::request::Key;

fn main() {
    let _ = Key::from(Some("7".to_owned()));
}
