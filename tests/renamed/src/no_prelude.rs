//! Tests derives on every kind of item without a prelude.

use ::runtime::{Extra, ODataComplex, ODataEntity, ODataEnum};
use ::std::borrow::Cow;
use ::std::boxed::Box;
use ::std::fmt::Debug;
use ::std::option::Option;
use ::std::string::String;
use ::std::vec::Vec;

/// The base type.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime", abstract)]
pub struct Entity {
    /// The key.
    #[odata(key, computed)]
    pub id: Option<String>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

/// A derived type with a parameter, a lifetime and every attribute.
#[derive(Debug, ODataEntity)]
#[odata(
    namespace = "n",
    crate = "crate::reexported::odata",
    tag = "always",
    rename_all = "camelCase",
    deny_unknown
)]
pub struct Item<'a, T>
where
    T: Debug,
{
    /// The base type.
    #[odata(base)]
    pub entity: Entity,
    /// A property whose type is a type parameter.
    pub value: Option<T>,
    /// A borrowed string.
    #[odata(immutable)]
    pub text: Option<Cow<'a, str>>,
    /// A collection.
    pub parts: Vec<Part>,
    /// A property of the type itself.
    #[odata(navigation)]
    pub next: Option<Box<Self>>,
    /// A property with the attribute `with`.
    #[odata(with = "crate::no_prelude::doubled", default)]
    pub doubled: i32,
    /// A property with the attribute `default`.
    #[odata(default = "seven")]
    pub days: i32,
    /// A field that is neither read nor written.
    #[odata(skip)]
    pub cache: Option<i32>,
}

/// A complex type.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Part {
    /// A property of an enumeration type.
    pub kind: Option<Kind>,
}

/// An enumeration type.
#[derive(Debug, ODataEnum)]
#[odata(namespace = "n", crate = "::runtime")]
pub enum Kind {
    /// An ordinary member.
    One,
    /// The sentinel member.
    UnknownFutureValue,
    /// Any undeclared member.
    #[odata(unknown)]
    Unknown(String),
}

/// A polymorphic enum whose variants have the names of associated types.
#[derive(Debug, ODataEntity)]
#[odata(crate = "::runtime")]
pub enum AnyEntity<'a, T: Debug> {
    /// The declared type.
    #[odata(base)]
    Base(Entity),
    /// A derived type.
    Target(Box<Item<'a, T>>),
}

/// A deprecated type with a field that isn't in snake case.
#[deprecated]
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
#[allow(non_snake_case, reason = "the test needs such a name")]
pub struct Deprecated {
    /// A property.
    pub FooBar: Option<bool>,
    /// A deprecated property.
    #[deprecated]
    pub old: Option<bool>,
}

const fn seven() -> i32 {
    7
}

/// A module for `with` that writes twice the number.
pub mod doubled {
    use ::runtime::serde::{Deserialize, Deserializer, Serializer};
    use ::std::result::Result::{self, Ok};

    /// Writes twice the number.
    ///
    /// # Errors
    ///
    /// Returns an error if the serializer does.
    pub fn serialize<S: Serializer>(number: &i32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(*number * 2)
    }

    /// Reads a number and divides it by two.
    ///
    /// # Errors
    ///
    /// Returns an error if the deserializer does.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
        let number: i32 = Deserialize::deserialize(deserializer)?;
        Ok(number / 2)
    }
}
