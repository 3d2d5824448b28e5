//! Structs that are entity containers, with a field for each entity set, singleton and import.

use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Field, Ident, Token, Type, Visibility};

use super::role_type::formatted;
use super::structure::is_copied;
use super::{argument_of, names};
use crate::attr::{Attributes, Spanned, Target};
use crate::errors::Errors;

/// A struct that is an entity container.
pub(crate) struct Container {
    /// The qualified name of the container, `Namespace.Name`.
    pub(crate) qualified_name: String,
    /// The field of the type `Service`. `None` if the field is missing, which is an error.
    pub(crate) service: Option<Ident>,
    pub(crate) members: Vec<ContainerMember>,
}

/// A field that declares a member of the container.
pub(crate) struct ContainerMember {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// The doc comments and the `deprecated` attribute of the field, which are copied to the generated method.
    pub(crate) docs: Vec<Attribute>,
    pub(crate) ty: Type,
    pub(crate) name: Spanned<String>,
    /// Whether the attribute `name` specifies the name. The name of an import defaults to the name that the operation
    /// declares.
    pub(crate) is_named: bool,
    /// The Rust type of the operation, such as `FindUsers` for `Import<FindUsers>`. `None` for an entity set or a
    /// singleton.
    pub(crate) operation: Option<Type>,
}

impl Container {
    pub(super) fn new(
        input: &DeriveInput,
        fields: &Punctuated<Field, Token![,]>,
        attributes: &Attributes,
        errors: &Errors,
    ) -> Self {
        let rule = names::rename_rule(attributes, errors);
        let mut container = Self {
            qualified_name: names::container_name(input, attributes, errors),
            service: None,
            members: Vec::new(),
        };
        for field in fields {
            let Some(ident) = &field.ident else { continue };
            let attributes = Attributes::of(&field.attrs, Target::ContainerMember, errors);
            if is_named(&field.ty, &["Service"]) && container.service.is_none() {
                container.service = Some(ident.clone());
                continue;
            }
            if is_member(ident, &field.ty, errors) {
                container.members.push(ContainerMember {
                    ident: ident.clone(),
                    vis: field.vis.clone(),
                    docs: field.attrs.iter().filter(|attribute| is_copied(attribute)).cloned().collect(),
                    ty: field.ty.clone(),
                    name: names::name(ident, rule, &attributes, errors),
                    is_named: attributes.has("name"),
                    operation: argument_of(&field.ty, &["Import"]).cloned(),
                });
            }
        }
        if container.service.is_none() {
            errors.over(
                &input.ident,
                format!(
                    "the entity container `{}` has no field of the type `Service`: add `service: Service`",
                    input.ident
                ),
                "the type is `odata_core::request::Service`",
            );
        }
        container
    }
}

/// Checks whether a field of an entity container has the type `EntitySet`, `Singleton` or `Import`. Reports an error if
/// the field has a different type. Reports an error for the field name `new`, because the generated function `new`
/// creates the container.
fn is_member(ident: &Ident, ty: &Type, errors: &Errors) -> bool {
    if ident == "new" {
        errors.at(
            ident.span(),
            "a member of an entity container can't have the Rust name `new`: rename it and add `#[odata(name = \"new\")]`",
            "",
        );
    }
    let is_member = is_named(ty, &["EntitySet", "Singleton", "Import"]);
    if !is_member {
        errors.over(
            ty,
            format!(
                "field `{ident}` of an entity container must be an `EntitySet<T>`, `Singleton<T>` or `Import<O>`, not `{}`",
                formatted(ty)
            ),
            "these types are in `odata_core::request`; `Singleton<Option<T>>` declares a nullable singleton",
        );
    }
    is_member
}

/// Checks whether the last segment of a type's path, such as `EntitySet`, is in `names`.
fn is_named(ty: &Type, names: &[&str]) -> bool {
    match ty {
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|segment| names.iter().any(|name| segment.ident == name))
        }
        Type::Group(group) => is_named(&group.elem, names),
        _ => false,
    }
}
