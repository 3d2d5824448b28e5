//! Tests derives on items from a macro, whose types and names are in groups without delimiters.

use ::runtime::{ODataComplex, ODataEntity, ODataEnum};
use ::std::boxed::Box;
use ::std::option::Option;

macro_rules! model {
    ($namespace:literal, $base:ident, $derived:ident, $any:ident, $kind:ident { $($member:ident),* }, $field:ident: $ty:ty, $boxed:ty) => {
        /// The base type.
        #[derive(Debug, ODataEntity)]
        #[odata(namespace = $namespace, crate = "::runtime")]
        pub struct $base {
            /// A property.
            pub $field: $ty,
        }

        /// A derived type.
        #[derive(Debug, ODataEntity)]
        #[odata(namespace = $namespace, crate = "::runtime")]
        pub struct $derived {
            /// The base type.
            #[odata(base)]
            pub base: $base,
        }

        /// A polymorphic enum.
        #[derive(Debug, ODataEntity)]
        #[odata(crate = "::runtime")]
        pub enum $any {
            /// The declared type.
            #[odata(base)]
            Base($base),
            /// A derived type.
            Derived($boxed),
        }

        /// An enumeration type.
        #[derive(Debug, ODataEnum)]
        #[odata(namespace = $namespace, crate = "::runtime")]
        pub enum $kind {
            $(#[doc = "A member."] $member),*
        }
    };
}

model!("n", MadeBase, MadeDerived, AnyMade, MadeKind { One, Two }, kind: Option<MadeKind>, Box<MadeDerived>);

/// A type with a const parameter.
#[derive(Debug, ODataComplex)]
#[odata(namespace = "n", crate = "::runtime")]
pub struct Sized<const N: usize> {
    /// A property.
    pub made: Option<MadeKind>,
}
