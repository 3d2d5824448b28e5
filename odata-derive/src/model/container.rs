//! Structs that are entity containers. Each field declares an entity set, a singleton or an import.

use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Field, Ident, Token, Type, Visibility};

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
    /// The doc comments and the `deprecated` attribute of the field. The doc comments and the `deprecated` attribute
    /// are copied to the method that is generated for the field.
    pub(crate) docs: Vec<Attribute>,
    pub(crate) ty: Type,
    pub(crate) name: Spanned<String>,
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
            if ident == "new" {
                errors.at(
                    ident.span(),
                    "a member of an entity container can't have the Rust name `new`",
                    "rename the field, and add `#[odata(name = \"new\")]`",
                );
            }
            if !is_named(&field.ty, &["EntitySet", "Singleton", "Import"]) {
                errors.over(
                    &field.ty,
                    format!("the field `{ident}` doesn't declare a member of the entity container"),
                    "use the type `EntitySet<T>`, `Singleton<T>`, `Singleton<Option<T>>` or `Import<O>` of `odata_core::request`",
                );
                continue;
            }
            container.members.push(ContainerMember {
                ident: ident.clone(),
                vis: field.vis.clone(),
                docs: field.attrs.iter().filter(|attribute| is_copied(attribute)).cloned().collect(),
                ty: field.ty.clone(),
                name: names::name(ident, rule, &attributes, errors),
                operation: argument_of(&field.ty, &["Import"]).cloned(),
            });
        }
        if container.service.is_none() {
            errors.over(
                &input.ident,
                format!("the entity container `{}` has no field of the type `Service`", input.ident),
                "add a field with the type `Service`: `service: odata_core::request::Service`",
            );
        }
        container
    }
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
