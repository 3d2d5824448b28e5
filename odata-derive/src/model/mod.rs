//! The model: a description of the struct or enum to which a derive macro is applied. A derive macro first builds the model from the
//! syntax tree, and then generates code from the model.

mod choice;
mod container;
mod enumeration;
mod key;
mod key_path;
mod names;
mod operation;
mod polymorphic;
mod role_type;
mod self_type;
mod structure;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{
    Data, DeriveInput, Fields, FieldsNamed, FieldsUnnamed, GenericArgument, GenericParam, Generics, Ident,
    Path, PathArguments, Type, Visibility,
};

use crate::attr::{Attributes, Target};
use crate::errors::Errors;

pub(crate) use container::{Container, ContainerMember};
pub(crate) use enumeration::Enumeration;
pub(crate) use key::KeyAccess;
pub(crate) use key_path::KeyPath;

pub(crate) use operation::{Operation, Parameter};
pub(crate) use polymorphic::{Polymorphic, TypeVariant};
pub(crate) use structure::{Absent, Property, Role, Structure, TypeAnnotationMode};

/// A derive macro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Derive {
    Entity,
    Complex,
    Enum,
    Action,
    Function,
    Container,
}

impl Derive {
    /// Returns the name of the derive macro, such as `ODataEntity`. For example, the macro `ODataEntity` implements the
    /// trait `ODataEntity`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Entity => "ODataEntity",
            Self::Complex => "ODataComplex",
            Self::Enum => "ODataEnum",
            Self::Action => "ODataAction",
            Self::Function => "ODataFunction",
            Self::Container => "ODataContainer",
        }
    }
}

/// A struct or enum to which one of the derive macros is applied.
pub(crate) struct Item {
    pub(crate) derive: Derive,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The path of `odata-core`, from the attribute `crate`. `None` means that the path is `::odata_core`.
    pub(crate) runtime: Option<Path>,
    pub(crate) body: Body,
}

/// The parsed contents of an item, such as the properties of a struct or the members of an enumeration. The variant
/// depends on the derive macro and on whether the item is a struct or an enum.
pub(crate) enum Body {
    /// An entity or complex type.
    Structure(Box<Structure>),
    /// A polymorphic enum.
    Polymorphic(Polymorphic),
    /// An enumeration type.
    Enumeration(Box<Enumeration>),
    /// An action or a function.
    Operation(Box<Operation>),
    /// An entity container.
    Container(Container),
    /// An item that the derive macro doesn't support, such as a union or a struct with an unused generic parameter.
    /// Only stub impls are generated for an unsupported item. The stub impls avoid further compiler errors in code that
    /// uses the item.
    Unusable,
    /// A struct that is its own base type or has a field of an unsized type such as `str`. The derive macro generates
    /// no impls for the struct, because even stub impls would cause further compiler errors.
    NotImplementable,
}

impl Item {
    /// Creates the model of an item. Reports an error for each invalid field, variant or attribute. Invalid fields, variants and
    /// attributes are omitted from the model.
    pub(crate) fn from_input(derive: Derive, input: &DeriveInput, errors: &Errors) -> Self {
        let target = match (derive, &input.data) {
            (Derive::Enum, _) => Target::Enumeration,
            (Derive::Action | Derive::Function, _) => Target::Operation,
            (Derive::Container, _) => Target::Container,
            (_, Data::Enum(_)) => Target::Polymorphic,
            _ => Target::Structure,
        };
        let attributes = Attributes::of(&input.attrs, target, errors);
        Self {
            derive,
            ident: input.ident.clone(),
            vis: input.vis.clone(),
            generics: self_type::resolve_in_where_clause(&input.generics, &input.ident),
            runtime: attributes.path("crate", "my_library::odata_core", errors),
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
                Fields::Named(fields) if has_unused_parameter(&input.generics, fields) => Self::Unusable,
                Fields::Named(fields) => {
                    let structure = Structure::new(input, &fields.named, attributes, errors);
                    if structure.is_not_implementable {
                        Self::NotImplementable
                    } else {
                        Self::Structure(Box::new(structure))
                    }
                }
                Fields::Unnamed(fields) => {
                    report_tuple_struct(derive, input, fields, errors);
                    Self::Unusable
                }
                Fields::Unit => {
                    errors.over(
                        &input.ident,
                        format!(
                            "`{}` can't be derived for a unit struct: write `struct {} {{}}`",
                            derive.name(),
                            input.ident
                        ),
                        "",
                    );
                    Self::Unusable
                }
            },
            (Derive::Action | Derive::Function, Data::Struct(data)) => {
                let operation = |fields| Operation::new(derive, input, fields, attributes, errors);
                match &data.fields {
                    Fields::Named(fields) => Self::Operation(Box::new(operation(&fields.named))),
                    Fields::Unit => Self::Operation(Box::new(operation(&Punctuated::new()))),
                    Fields::Unnamed(fields) => {
                        report_tuple_struct(derive, input, fields, errors);
                        Self::Unusable
                    }
                }
            }
            (Derive::Container, Data::Struct(data)) => match &data.fields {
                Fields::Named(fields) => {
                    Self::Container(Container::new(input, &fields.named, attributes, errors))
                }
                Fields::Unnamed(_) | Fields::Unit => {
                    errors.over(
                        &input.ident,
                        format!(
                            "`ODataContainer` requires a struct with named fields: write `struct {} {{ service: Service, … }}`",
                            input.ident
                        ),
                        "",
                    );
                    Self::Unusable
                }
            },
            (Derive::Container, Data::Enum(data)) => {
                errors.over(
                    data.enum_token,
                    "`ODataContainer` can't be derived for an enum: use a struct",
                    "the struct has a field for each entity set, singleton and import",
                );
                Self::Unusable
            }
            (Derive::Action | Derive::Function, Data::Enum(data)) => {
                errors.over(
                    data.enum_token,
                    format!("`{}` can't be derived for an enum: use a struct", derive.name()),
                    "the struct has a field for each parameter",
                );
                Self::Unusable
            }
            (Derive::Enum, Data::Struct(data)) => {
                errors.over(
                    data.struct_token,
                    "`ODataEnum` can't be derived for a struct: derive `ODataEntity` or `ODataComplex`",
                    "",
                );
                Self::Unusable
            }
            (_, Data::Union(data)) => {
                errors.over(
                    data.union_token,
                    format!("`{}` can't be derived for a union: use a struct or an enum", derive.name()),
                    "",
                );
                Self::Unusable
            }
        }
    }
}

fn report_tuple_struct(derive: Derive, input: &DeriveInput, fields: &FieldsUnnamed, errors: &Errors) {
    errors.over(
        fields,
        format!("`{}` can't be derived for a tuple struct: use named fields", derive.name()),
        format!("write `struct {} {{ name: Type, … }}`", input.ident),
    );
}

/// Checks whether a struct has a lifetime parameter or type parameter that isn't mentioned in the type of any field.
fn has_unused_parameter(generics: &Generics, fields: &FieldsNamed) -> bool {
    let types: Vec<_> = fields.named.iter().map(|field| &field.ty).collect();
    let is_used = |parameter: &Ident| types.iter().any(|ty| mentions(ty, parameter));
    generics.params.iter().any(|parameter| match parameter {
        GenericParam::Lifetime(parameter) => !is_used(&parameter.lifetime.ident),
        GenericParam::Type(parameter) => !is_used(&parameter.ident),
        GenericParam::Const(_) => false,
    })
}

/// Checks whether an identifier occurs anywhere in the tokens of a syntax node.
pub(crate) fn mentions(syntax: &impl ToTokens, ident: &Ident) -> bool {
    fn any(tokens: TokenStream, ident: &Ident) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(other) => other == *ident,
            TokenTree::Group(group) => any(group.stream(), ident),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    any(syntax.to_token_stream(), ident)
}

/// Returns the generic argument `T` of a type such as `Box<T>`. Returns `None` if the name of the type isn't in `names`, or if the type
/// has several generic arguments, such as `HashMap<K, V>`.
pub(crate) fn argument_of<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    let path = match ty {
        Type::Path(path) => path,
        // The type is a `$type:ty` of a `macro_rules!` macro.
        Type::Group(group) => return argument_of(&group.elem, names),
        _ => return None,
    };
    let segment =
        path.path.segments.last().filter(|segment| names.iter().any(|name| segment.ident == name))?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(argument)) if arguments.args.len() == 1 => Some(argument),
        _ => None,
    }
}
