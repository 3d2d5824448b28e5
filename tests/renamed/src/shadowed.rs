//! Names of the prelude that mean something else here.
#![allow(non_camel_case_types, reason = "primitive types are shadowed, too")]

use ::runtime::{ODataComplex, ODataEntity, ODataEnum};

/// Not the one of the prelude.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Option {
    /// Not the one of the prelude.
    pub string: String,
    /// Not the one of the prelude.
    pub vec: Vec,
}

/// Not the one of the prelude.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct String {}

/// Not the one of the prelude.
#[derive(Debug, ODataEnum)]
#[odata(namespace = "n", crate = "::runtime")]
pub enum Vec {
    /// Not the one of the prelude.
    Some,
    /// Not the one of the prelude.
    None,
    /// Not the one of the prelude.
    Ok,
    /// Not the one of the prelude.
    Err,
    /// Keeps others.
    #[odata(unknown)]
    Default(::std::string::String),
}

/// Not the one of the prelude.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Result {
    /// The name of a method of the base type's traits.
    pub base: ::std::option::Option<bool>,
    /// The name of a method of the value's trait.
    pub write: ::std::option::Option<bool>,
}

/// Not the one of the prelude.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Box {
    /// The base type.
    #[odata(base)]
    pub result: Result,
}

/// Not the one of the prelude.
#[derive(Debug, ODataEntity)]
#[odata(crate = "::runtime")]
pub enum From {
    /// Not the one of the prelude.
    #[odata(base)]
    Ok(Result),
    /// Not the one of the prelude.
    Some(Box),
}

/// Hides what an expansion might call without saying where it is.
pub mod core {}
/// Hides what an expansion might call without saying where it is.
pub mod std {}
/// Hides what an expansion might call without saying where it is.
pub mod serde {}

/// Not the primitive type.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct usize {
    /// A name that an expansion might use.
    pub map: ::std::option::Option<bool>,
    /// A name that an expansion might use.
    pub partial: ::std::option::Option<bool>,
    /// A name that an expansion might use.
    pub writer: ::std::option::Option<bool>,
}
/// Not the primitive type.
pub struct str;
impl ::std::fmt::Debug for str {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("str")
    }
}
/// A value in whose place a pattern would be one.
pub struct serializer;
impl ::std::fmt::Debug for serializer {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("serializer")
    }
}
