//! What an item means: the intermediate representation between syntax and generated code.

mod enumeration;
mod names;
mod polymorphic;
mod role_type;
mod self_type;
mod structure;

use syn::{Data, DeriveInput, Fields, Generics, Ident, Path, Visibility};

use crate::attr::{Attributes, Place};
use crate::errors::Errors;

pub(crate) use enumeration::Enumeration;

pub(crate) use polymorphic::{Polymorphic, TypeVariant};
pub(crate) use structure::{Absent, Property, Role, Structure, TypeTag};

/// Which of the derives was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derive {
    Entity,
    Complex,
    Enum,
}

impl Derive {
    /// The name of the derive, which is the name of its trait, too.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Entity => "ODataEntity",
            Self::Complex => "ODataComplex",
            Self::Enum => "ODataEnum",
        }
    }
}

/// A struct or enum with one of the derives on it.
pub(crate) struct Item {
    pub(crate) derive: Derive,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The path of odata-core.
    pub(crate) runtime: Path,
    pub(crate) body: Body,
}

/// What the item is.
pub(crate) enum Body {
    /// An entity or complex type.
    Structure(Box<Structure>),
    /// A value of one of several types that derive from one.
    Polymorphic(Polymorphic),
    /// An enumeration type.
    Enumeration(Box<Enumeration>),
    /// Nothing that the derive can be written on.
    Unusable,
}

impl Item {
    /// Finds out what the item means. What can't be made out is left out, and a mistake is noted.
    pub(crate) fn from_input(derive: Derive, input: &DeriveInput, errors: &Errors) -> Self {
        let place = match (derive, &input.data) {
            (Derive::Enum, _) => Place::Enumeration,
            (_, Data::Enum(_)) => Place::Polymorphic,
            _ => Place::Structure,
        };
        let attributes = Attributes::of(&input.attrs, place, errors);
        let runtime = attributes.path("crate", "my_library::odata_core", errors);
        Self {
            derive,
            ident: input.ident.clone(),
            vis: input.vis.clone(),
            generics: self_type::spelled_out_in(&input.generics, &input.ident),
            runtime: runtime.unwrap_or_else(|| syn::parse_quote!(::odata_core)),
            body: Body::from_data(derive, input, &attributes, errors),
        }
    }
}

impl Body {
    fn from_data(derive: Derive, input: &DeriveInput, attributes: &Attributes, errors: &Errors) -> Self {
        match (derive, &input.data) {
            (Derive::Enum, Data::Enum(data)) => {
                Self::Enumeration(Box::new(Enumeration::new(input, data, attributes, errors)))
            }
            (Derive::Entity | Derive::Complex, Data::Enum(data)) => {
                Self::Polymorphic(Polymorphic::new(input, data, attributes, errors))
            }
            (Derive::Entity | Derive::Complex, Data::Struct(data)) => match &data.fields {
                Fields::Named(fields) => {
                    Self::Structure(Box::new(Structure::new(input, &fields.named, attributes, errors)))
                }
                Fields::Unnamed(fields) => {
                    errors.over(
                        fields,
                        format!(
                            "`{}` can't be derived for a tuple struct: properties have names",
                            derive.name()
                        ),
                        format!("write `struct {} {{ name: Type, … }}`", input.ident),
                    );
                    Self::Unusable
                }
                Fields::Unit => {
                    errors.over(
                        &input.ident,
                        format!("`{}` can't be derived for a unit struct", derive.name()),
                        format!("write `struct {} {{}}` for a type without properties", input.ident),
                    );
                    Self::Unusable
                }
            },
            (Derive::Enum, Data::Struct(data)) => {
                errors.over(
                    data.struct_token,
                    "`ODataEnum` is for an enum of members, not for a struct",
                    "derive `ODataEntity` or `ODataComplex` for a struct",
                );
                Self::Unusable
            }
            (_, Data::Union(data)) => {
                errors.over(
                    data.union_token,
                    format!("`{}` can't be derived for a union", derive.name()),
                    "use a struct or an enum",
                );
                Self::Unusable
            }
        }
    }
}
