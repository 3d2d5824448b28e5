//! Keywords as names.

use ::runtime::{ODataComplex, ODataEntity, ODataEnum};
use ::std::option::Option;
use ::std::string::String;

/// A type whose name is a keyword.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
#[expect(non_camel_case_types, reason = "it is meant")]
pub struct r#struct {
    /// A property whose name is a keyword.
    pub r#type: Option<String>,
    /// Another.
    pub r#async: Option<r#enum>,
    /// A property whose name can't be a raw identifier.
    #[odata(name = "self")]
    pub self_: Option<bool>,
}

/// An enumeration type whose name is a keyword.
#[derive(Debug, ODataEnum)]
#[odata(namespace = "n", crate = "::runtime", rename_all = "lowercase")]
#[expect(non_camel_case_types, reason = "it is meant")]
pub enum r#enum {
    /// A member whose name is a keyword.
    r#box,
    /// Another.
    r#loop,
}

/// A base with a keyword for a name.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Derived {
    /// The base type.
    #[odata(base)]
    pub r#super_: Base,
    /// A keyword with a module.
    #[odata(with = "crate::no_prelude::doubled", default)]
    pub r#match: i32,
}

/// A base type.
#[derive(Debug, ODataEntity)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Base {
    /// A keyword.
    pub r#ref: Option<String>,
}

/// Variants with keywords for names.
#[derive(Debug, ODataEntity)]
#[odata(crate = "::runtime")]
#[expect(non_camel_case_types, reason = "it is meant")]
pub enum Any {
    /// The declared type.
    #[odata(base)]
    r#trait(Base),
    /// A derived type.
    r#impl(Derived),
}
