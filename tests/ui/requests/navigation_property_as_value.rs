//! The value of a navigation property can't be requested like the value of a structural property.

use odata_core::ODataEntity;
use odata_core::request::Service;

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Group {
    id: Option<String>,
    #[odata(navigation)]
    members: Option<Vec<Group>>,
}

fn main() {
    let groups = Service::new("https://graph.microsoft.com/v1.0").unwrap().entity_set::<Group>("groups");
    groups.key("1").property(Group::MEMBERS);
}
