//! A model that several cases in the folder `requests` use.

use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
pub struct User {
    #[odata(key)]
    pub id: String,
    #[odata(computed)]
    pub created: Option<String>,
    #[odata(immutable)]
    pub domain: Option<String>,
    pub name: Option<String>,
    pub age: i32,
    #[odata(navigation)]
    pub manager: Option<Box<User>>,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
pub struct Group {
    pub title: Option<String>,
}
