//! Items inside a function: a path into them does not exist.

use ::runtime::{ODataEntity, ODataEnum};
use ::std::option::Option;

/// Declares every kind of item and gives the name of one.
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
