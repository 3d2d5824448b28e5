//! Every kind of item, without a prelude.

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
    /// What is not declared.
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
    /// A parameter.
    pub value: Option<T>,
    /// A borrowed string.
    #[odata(immutable)]
    pub text: Option<Cow<'a, str>>,
    /// A collection.
    pub parts: Vec<Part>,
    /// Itself.
    #[odata(navigation)]
    pub next: Option<Box<Self>>,
    /// With a module.
    #[odata(with = "crate::no_prelude::doubled", default)]
    pub doubled: i32,
    /// With a default.
    #[odata(default = "seven")]
    pub days: i32,
    /// Neither read nor written.
    #[odata(skip)]
    pub cache: Option<i32>,
}

/// A complex type.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Part {
    /// What kind.
    pub kind: Option<Kind>,
}

/// An enumeration type.
#[derive(Debug, ODataEnum)]
#[odata(namespace = "n", crate = "::runtime")]
pub enum Kind {
    /// The first.
    One,
    /// The sentinel.
    UnknownFutureValue,
    /// Any other.
    #[odata(unknown)]
    Unknown(String),
}

/// A polymorphic value. Its variants have the names of associated types.
#[derive(Debug, ODataEntity)]
#[odata(crate = "::runtime")]
pub enum AnyEntity<'a, T: Debug> {
    /// The declared type.
    #[odata(base)]
    Base(Entity),
    /// A derived type.
    Target(Box<Item<'a, T>>),
}

/// A type that nobody should use any more, whose author dislikes snake case.
#[deprecated]
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
#[allow(non_snake_case, reason = "it is meant")]
pub struct Deprecated {
    /// A property.
    pub FooBar: Option<bool>,
    /// A property that nobody should use any more.
    #[deprecated]
    pub old: Option<bool>,
}

const fn seven() -> i32 {
    7
}

/// A number that is twice as large on the wire.
pub mod doubled {
    use ::runtime::serde::{Deserialize, Deserializer, Serializer};
    use ::std::result::Result::{self, Ok};

    /// Writes it.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(number: &i32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(*number * 2)
    }

    /// Reads it.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
        let number: i32 = Deserialize::deserialize(deserializer)?;
        Ok(number / 2)
    }
}
