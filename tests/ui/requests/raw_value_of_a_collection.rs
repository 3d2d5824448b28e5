use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct User {
    emails: Vec<String>,
}

fn main() {
    let user = Service::new("https://host").unwrap().singleton::<User>("me");
    let _ = user.raw_value(User::EMAILS);
}
