//! Tests derives on items whose names are keywords.

use ::runtime::{ODataComplex, ODataEntity, ODataEnum};
use ::std::option::Option;
use ::std::string::String;

/// A type whose name is a keyword.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
#[expect(non_camel_case_types, reason = "the test needs such a name")]
pub struct r#struct {
    /// A property whose name is a keyword.
    pub r#type: Option<String>,
    /// Another name that is a keyword.
    pub r#async: Option<r#enum>,
    /// A property whose name can't be a raw identifier.
    #[odata(name = "self")]
    pub self_: Option<bool>,
}

/// An enumeration type whose name is a keyword.
#[derive(Debug, ODataEnum)]
#[odata(namespace = "n", crate = "::runtime", rename_all = "lowercase")]
#[expect(non_camel_case_types, reason = "the test needs such a name")]
pub enum r#enum {
    /// A member whose name is a keyword.
    r#box,
    /// Another name that is a keyword.
    r#loop,
}

/// A type with a base field that resembles a keyword.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Derived {
    /// The base type.
    #[odata(base)]
    pub r#super_: Base,
    /// A property whose name is a keyword, with the attribute `with`.
    #[odata(with = "crate::no_prelude::doubled", default)]
    pub r#match: i32,
}

/// A base type.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Base {
    /// A property whose name is a keyword.
    pub r#ref: Option<String>,
}

/// A polymorphic enum whose variants have keywords as names.
#[derive(Debug, ODataEntity)]
#[odata(crate = "::runtime")]
#[expect(non_camel_case_types, reason = "the test needs such a name")]
pub enum Any {
    /// The declared type.
    #[odata(base)]
    r#trait(Base),
    /// A derived type.
    r#impl(Derived),
}

/// A type whose property constants have the names of constants of the traits, or names that the derive must change.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
#[allow(non_snake_case, clippy::pub_underscore_fields, reason = "the test needs such names")]
pub struct OddConstants {
    /// `METADATA`
    pub metadata: Option<String>,
    /// `TYPE`
    pub r#type: Option<String>,
    /// `PROPERTY_COUNT`
    pub property_count: Option<i32>,
    /// `X`
    pub _x: Option<i32>,
    /// `_1`
    pub _1: Option<i32>,
    /// `FOO_BAR`
    pub foo_bar: Option<i32>,
    /// `FOOBAR`
    #[odata(name = "fooBar2")]
    pub fooBar: Option<i32>,
    created: Option<i32>,
}

/// Returns the wire names of the property constants of [`OddConstants`].
#[must_use]
pub fn odd_constants() -> [::std::string::String; 6] {
    let name = |property: &::runtime::TypedProperty<OddConstants, Option<i32>>| {
        ::std::string::ToString::to_string(property)
    };
    let _ = OddConstants::CREATED;
    [
        ::std::string::ToString::to_string(&OddConstants::METADATA),
        ::std::string::ToString::to_string(&OddConstants::TYPE),
        name(&OddConstants::X),
        name(&OddConstants::_1),
        name(&OddConstants::FOO_BAR),
        name(&OddConstants::FOOBAR),
    ]
}
