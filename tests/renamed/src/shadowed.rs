//! Tests derives on types that shadow names of the prelude.
#![allow(non_camel_case_types, reason = "primitive types are shadowed, too")]

use ::runtime::{ODataComplex, ODataEntity, ODataEnum};

/// Shadows a name of the prelude.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Option {
    /// Shadows a name of the prelude.
    pub string: String,
    /// Shadows a name of the prelude.
    pub vec: Vec,
}

/// Shadows a name of the prelude.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct String {}

/// Shadows a name of the prelude.
#[derive(Debug, ODataEnum)]
#[odata(namespace = "n", crate = "::runtime")]
pub enum Vec {
    /// Shadows a name of the prelude.
    Some,
    /// Shadows a name of the prelude.
    None,
    /// Shadows a name of the prelude.
    Ok,
    /// Shadows a name of the prelude.
    Err,
    /// Any undeclared member.
    #[odata(unknown)]
    Default(::std::string::String),
}

/// Shadows a name of the prelude.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Result {
    /// Has the name of a method of a trait of derived types.
    pub base: ::std::option::Option<bool>,
    /// Has the name of a method of `ODataValue`.
    pub write: ::std::option::Option<bool>,
}

/// Shadows a name of the prelude.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Box {
    /// The base type.
    #[odata(base)]
    pub result: Result,
}

/// Shadows a name of the prelude.
#[derive(Debug, ODataEntity)]
#[odata(crate = "::runtime")]
pub enum From {
    /// Shadows a name of the prelude.
    #[odata(base)]
    Ok(Result),
    /// Shadows a name of the prelude.
    Some(Box),
}

/// Shadows a crate that generated code might refer to without a leading `::`.
pub mod core {}
/// Shadows a crate that generated code might refer to without a leading `::`.
pub mod std {}
/// Shadows a crate that generated code might refer to without a leading `::`.
pub mod serde {}

/// Shadows a primitive type.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct usize {
    /// Has a name that generated code might use for a variable.
    pub map: ::std::option::Option<bool>,
    /// Has a name that generated code might use for a variable.
    pub partial: ::std::option::Option<bool>,
    /// Has a name that generated code might use for a variable.
    pub writer: ::std::option::Option<bool>,
}
/// Shadows a primitive type.
pub struct str;
impl ::std::fmt::Debug for str {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("str")
    }
}
/// A unit struct. A pattern in generated code with this name would refer to the struct.
pub struct serializer;
impl ::std::fmt::Debug for serializer {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("serializer")
    }
}
