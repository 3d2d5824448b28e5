//! Tests the method `to`, which navigates to one or many entities.

use odata_core::request::{CollectionPath, NullableEntityPath};
use odata_core::{PropertyPath, Related};

use super::*;

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Entity {
    #[odata(key, computed)]
    id: Option<String>,
    #[odata(navigation)]
    owner: Option<Box<AnyEntity>>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct User {
    #[odata(base)]
    entity: Entity,
    #[odata(navigation)]
    messages: Vec<Message>,
    #[odata(navigation)]
    manager: Related<Entity>,
    contact: Option<Contact>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Admin {
    #[odata(base)]
    user: User,
    #[odata(navigation)]
    audits: Option<Vec<Related<Message>>>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Message {
    #[odata(base)]
    entity: Entity,
    #[odata(navigation)]
    sender: Option<Box<User>>,
}

#[derive(Clone, Debug, PartialEq, ODataComplex)]
#[odata(namespace = "n")]
struct Contact {
    #[odata(navigation)]
    friends: Option<Vec<User>>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyEntity {
    #[odata(base)]
    Entity(Entity),
    User(User),
    Admin(Box<Admin>),
}

fn user() -> odata_core::request::EntityPath<User> {
    Service::new("https://host").expect("a root").singleton("me")
}

#[test]
fn path_depends_on_type_of_property() {
    let messages: CollectionPath<Message> = user().to(User::MESSAGES);
    assert_eq!(messages.to_string(), "https://host/me/messages");
    let sender: NullableEntityPath<User> = messages.key("1").to(Message::SENDER);
    assert_eq!(sender.to_string(), "https://host/me/messages/1/sender");
    let manager: NullableEntityPath<Entity> = user().to(&User::MANAGER);
    assert_eq!(manager.to_string(), "https://host/me/manager");
    let friends: PropertyPath<User, Option<Vec<User>>, _> = User::CONTACT.then(Contact::FRIENDS);
    assert_eq!(user().to(friends).key("1").to_string(), "https://host/me/contact/friends/1");
}

#[test]
fn inherited_property_needs_no_cast() {
    let owner: NullableEntityPath<AnyEntity> = user().to(Entity::OWNER);
    assert_eq!(owner.to_string(), "https://host/me/owner");
    assert_eq!(owner.to(Entity::OWNER).to_string(), "https://host/me/owner/owner");
}

#[test]
fn property_of_derived_type_inserts_cast() {
    assert_eq!(user().to(Admin::AUDITS).to_string(), "https://host/me/n.admin/audits");
    let manager = user().to(User::MANAGER);
    assert_eq!(manager.to(User::MESSAGES).to_string(), "https://host/me/manager/n.user/messages");
    assert_eq!(manager.to(Admin::AUDITS).to_string(), "https://host/me/manager/n.admin/audits");
    let same = manager.to(User::MESSAGES.of_base::<Entity, _>());
    assert_eq!(same.to_string(), "https://host/me/manager/n.user/messages");
    // The path of a polymorphic enum accepts properties of all types that derive from its declared type.
    let owner = user().to(Entity::OWNER);
    assert_eq!(owner.to(User::MESSAGES).to_string(), "https://host/me/owner/n.user/messages");
    assert_eq!(owner.to(Admin::AUDITS).to_string(), "https://host/me/owner/n.admin/audits");
}
