//! A model with two types, `User` and `Message`, that derive from the same base type.

use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n", abstract)]
pub struct Entity {
    #[odata(key)]
    pub id: String,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
pub struct User {
    #[odata(base)]
    pub entity: Entity,
    pub name: Option<String>,
    #[odata(navigation)]
    pub manager: Option<Box<User>>,
    #[odata(navigation)]
    pub reports: Option<Vec<User>>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
pub struct Message {
    #[odata(base)]
    pub entity: Entity,
    pub subject: Option<String>,
    #[odata(navigation)]
    pub sender: Option<Box<User>>,
}
