//! Tests derives on items inside a function, which can't be named with a path.

use ::runtime::{ODataEntity, ODataEnum};
use ::std::option::Option;

/// Declares an item of every kind, and returns the OData name of the base type.
#[must_use]
pub const fn declared_inside() -> &'static str {
    #[derive(Debug, ODataEntity)]
    #[odata(namespace = "n", crate = "::runtime")]
    struct Base {
        kind: Option<Kind>,
    }

    #[derive(Debug, ODataEntity)]
    #[odata(namespace = "n", crate = "::runtime")]
    struct Derived {
        #[odata(base)]
        base: Base,
    }

    #[derive(Debug, ODataEnum)]
    #[odata(namespace = "n", crate = "::runtime")]
    enum Kind {
        One,
    }

    #[derive(Debug, ODataEntity)]
    #[odata(crate = "::runtime")]
    enum Any {
        #[odata(base)]
        Base(Base),
        Derived(Derived),
    }

    <Any as ::runtime::ODataStructured>::METADATA.qualified_name()
}
