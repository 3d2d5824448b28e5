//! The model of a struct that represents an entity type or a complex type.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, DeriveInput, ExprPath, Field, Generics, Ident, Path, Token, Type, Visibility};

use super::choice::choice;
use super::key::{self, Key, KeyAccess};
use super::key_path::{self, KeyPath};
use super::{names, role_type, self_type};
use crate::attr::{Attributes, Spanned, Target};
use crate::case::RenameRule;
use crate::errors::Errors;

/// A struct that represents an entity type or a complex type.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent attribute")]
pub(crate) struct Structure {
    ident: Ident,
    /// The qualified name of the type, `Namespace.Name`.
    pub(crate) qualified_name: String,
    /// The alias of the type's schema, from the `alias` attribute.
    pub(crate) alias: Option<String>,
    /// The key properties that are nested in complex properties, from `key = "Info/ID as EntityInfoID"`.
    pub(crate) key_paths: Vec<KeyPath>,
    /// The span of the `key` attribute of the struct.
    pub(crate) key: Option<Span>,
    pub(crate) is_abstract: bool,
    /// Whether the struct represents all versions of a type, such as `Chassis.v1_0_0.Chassis` (attribute `any_version`).
    pub(crate) has_any_version: bool,
    /// The value of the `tag` attribute, which determines when `@odata.type` is written.
    pub(crate) type_annotation: Option<TypeAnnotationMode>,
    pub(crate) denies_unknown: bool,
    pub(crate) base: Option<Role>,
    /// The value of `key = "…"` on the `base` field, which applies to the inherited key. `None` if the `base` field has no `key = "…"`.
    pub(crate) inherited_key: Option<Spanned<KeyAccess>>,
    /// `true` for a struct that is its own base type or has a field of an unsized type such as `str`. The derive macro
    /// generates no impls for the struct, because even stub impls would cause further compiler errors.
    pub(super) is_not_implementable: bool,
    pub(crate) extra: Option<Role>,
    pub(crate) properties: Vec<Property>,
    /// The fields with the attribute `skip`, which are neither read nor written.
    pub(crate) skipped: Vec<Ident>,
}

/// A value of the `tag` attribute.
#[derive(Clone, Copy)]
pub(crate) enum TypeAnnotationMode {
    Always,
    Derived,
    Never,
}

impl TypeAnnotationMode {
    const ALL: [(&'static str, Self); 3] =
        [("always", Self::Always), ("derived", Self::Derived), ("never", Self::Never)];
}

/// A field with the attribute `base` or `extra`, which isn't an OData property.
pub(crate) struct Role {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The span of the field's type.
    pub(crate) span: Span,
}

/// A field that represents an OData property.
pub(crate) struct Property {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// The doc comments and the `deprecated` attribute of the field.
    pub(crate) docs: Vec<Attribute>,
    pub(crate) ty: Type,
    pub(crate) name: Spanned<String>,
    pub(crate) key: Option<Key>,
    pub(crate) dependent: Option<Span>,
    pub(crate) computed: Option<Span>,
    pub(crate) immutable: Option<Span>,
    pub(crate) navigation: Option<Span>,
    pub(crate) contained: Option<Span>,
    /// The module in `with = "module"`, whose functions read and write the property.
    pub(crate) with: Option<Path>,
    pub(crate) absent: Absent,
}

/// The value of a field if the JSON object doesn't contain the property.
pub(crate) enum Absent {
    /// The default for the field's type: `None` for an `Option`, and an empty `Vec` for a `Vec`. A field of a type such
    /// as `String`, or with `#[odata(with = "module")]`, has no default: deserialization fails if the JSON object
    /// doesn't contain the property.
    ByType,
    /// The value of `Default::default()`, for a field with `#[odata(default)]`.
    Default,
    /// The return value of the function, for a field with `#[odata(default = "function")]`.
    Function(ExprPath),
}

impl Absent {
    /// Parses the attribute `default`, with or without a function.
    fn new(attributes: &Attributes, errors: &Errors) -> Self {
        if !attributes.has("default") {
            return Self::ByType;
        }
        match attributes.function("default", "my_function", errors) {
            None => Self::Default,
            Some(function) => Self::Function(function),
        }
    }
}

impl Structure {
    pub(super) fn new(
        input: &DeriveInput,
        fields: &Punctuated<Field, Token![,]>,
        attributes: &Attributes,
        errors: &Errors,
    ) -> Self {
        let rule = names::rename_rule(attributes, errors);
        let mut structure = Self {
            ident: input.ident.clone(),
            qualified_name: names::qualified_name(input, rule, attributes, errors),
            alias: names::alias(attributes, errors),
            key_paths: key_path::key_paths(attributes, errors),
            key: attributes.span("key"),
            is_abstract: attributes.flag("abstract", errors).is_some(),
            has_any_version: attributes.flag("any_version", errors).is_some(),
            type_annotation: choice(attributes, "tag", &TypeAnnotationMode::ALL, errors).map(|tag| tag.value),
            denies_unknown: attributes.flag("deny_unknown", errors).is_some(),
            base: None,
            inherited_key: None,
            is_not_implementable: false,
            extra: None,
            properties: Vec::new(),
            skipped: Vec::new(),
        };
        for field in fields {
            let ty = self_type::resolve(&field.ty, input);
            let attributes = Attributes::of(&field.attrs, Target::Field, errors);
            structure.add(field, (&ty, &input.generics), &attributes, rule, errors);
        }
        structure
    }

    fn add(
        &mut self,
        field: &Field,
        (ty, generics): (&Type, &Generics),
        attributes: &Attributes,
        rule: RenameRule,
        errors: &Errors,
    ) {
        const ROLES: [&str; 3] = ["base", "extra", "skip"];
        let Some(ident) = &field.ident else { return };
        let roles = ROLES.map(|role| attributes.flag(role, errors));
        if roles.iter().any(Option::is_some) {
            reject_beside_role(&ROLES, attributes, errors);
        }
        let as_role = || Role { ident: ident.clone(), ty: ty.clone(), span: ty.span() };
        match roles {
            [Some(_), ..] if role_type::is_itself(ty, &self.ident, errors) => {
                self.is_not_implementable = true;
            }
            [Some(_), ..] if !role_type::can_be_base(ty, generics, errors) => {}
            [_, Some(_), _] if !role_type::can_be_extra(ty, errors) => {}
            [Some(span), ..] => {
                self.inherited_key = inherited_key(attributes, errors);
                set_once(&mut self.base, as_role(), "base", span, errors);
            }
            [_, Some(span), _] => set_once(&mut self.extra, as_role(), "extra", span, errors),
            [_, _, Some(_)] => self.skipped.push(ident.clone()),
            _ if !role_type::has_size(ty, errors) => self.is_not_implementable = true,
            _ if attributes.certainly_lacks("with") && !role_type::can_be_property(ty, errors) => {}
            _ => self.properties.push(Property::new(ident, field, ty, attributes, rule, errors)),
        }
    }
}

/// Parses `key = "…"` on a `base` field, which applies to the inherited key.
fn inherited_key(attributes: &Attributes, errors: &Errors) -> Option<Spanned<KeyAccess>> {
    attributes.has_value("key").then(|| key::access(attributes, errors)).flatten()
}

/// Reports an error for each additional attribute on a field with `base`, `extra` or `skip`, because such a field isn't a property. A
/// `base` field may also have `key = "…"`, which applies to the inherited key.
fn reject_beside_role(roles: &[&str], attributes: &Attributes, errors: &Errors) {
    let Some(role) = roles.iter().find(|role| attributes.has(role)) else { return };
    for (key, span) in attributes.keys().filter(|(key, _)| *key != *role) {
        if (*role, key) == ("base", "key") {
            if !attributes.has_value("key") {
                errors.at(
                    span,
                    "`key` on a `base` field needs a value: write `key = \"optional\"`, `\"required\"` or `\"computed\"`",
                    "the value overrides whether clients can or must send the inherited key; to use the rule of the base type, \
                     remove `key`",
                );
            }
            continue;
        }
        errors.at(
            span,
            format!(
                "`{key}` can't be combined with `{role}`, because a field marked `{role}` is not a property"
            ),
            format!("remove `{key}`"),
        );
    }
}

/// Adds the `base` field or the `extra` field of a struct to the model. Reports an error if the struct has two `base`
/// fields or two `extra` fields.
fn set_once(field: &mut Option<Role>, role: Role, key: &str, span: Span, errors: &Errors) {
    match field {
        None => *field = Some(role),
        Some(existing) => errors.at(
            span,
            format!("duplicate `{key}` field: `{}` is already marked `#[odata({key})]`", existing.ident),
            match key {
                "base" => "remove one of the two attributes; a type has at most one base type",
                _ => "remove one of the two fields; a single `Extra` preserves all undeclared properties and annotations",
            },
        ),
    }
}

/// Checks whether an attribute of a field is copied to the constant or method that is generated for the field. Returns
/// `true` for doc comments and `deprecated`. For example, a doc comment of the field `name` is copied to the constant
/// `User::NAME`.
pub(super) fn is_copied(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") || attribute.path().is_ident("deprecated")
}

impl Property {
    /// Checks whether only the service sets the property (`computed` or `key = "computed"`).
    pub(crate) fn is_computed(&self) -> bool {
        self.computed.is_some() || self.key.as_ref().is_some_and(|key| key.has(KeyAccess::Computed))
    }

    fn new(
        ident: &Ident,
        field: &Field,
        ty: &Type,
        attributes: &Attributes,
        rule: RenameRule,
        errors: &Errors,
    ) -> Self {
        Self {
            ident: ident.clone(),
            vis: field.vis.clone(),
            docs: field.attrs.iter().filter(|attribute| is_copied(attribute)).cloned().collect(),
            ty: ty.clone(),
            name: names::name(ident, rule, attributes, errors),
            key: Key::new(attributes, errors),
            dependent: attributes.flag("dependent", errors),
            computed: attributes.flag("computed", errors),
            immutable: attributes.flag("immutable", errors),
            navigation: attributes.flag("navigation", errors),
            contained: attributes.flag("contained", errors),
            with: attributes.path("with", "my_module", errors),
            absent: Absent::new(attributes, errors),
        }
    }
}
