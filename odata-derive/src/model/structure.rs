//! A struct: an entity or complex type.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, DeriveInput, ExprPath, Field, Generics, Ident, Path, Token, Type, Visibility};

use super::choice::choice;
use super::key::{self, Key, KeyAccess};
use super::key_path::{self, KeyPath};
use super::{names, role_type, self_type};
use crate::attr::{Attributes, Place, Spanned};
use crate::case::RenameRule;
use crate::errors::Errors;

/// A struct that is an entity or complex type.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent attribute")]
pub(crate) struct Structure {
    ident: Ident,
    /// `Namespace.Name`
    pub(crate) qualified_name: String,
    /// The alias of the schema.
    pub(crate) alias: Option<String>,
    /// The parts of the key inside of complex properties, and their place.
    pub(crate) key_paths: Vec<KeyPath>,
    pub(crate) key: Option<Span>,
    pub(crate) is_abstract: bool,
    /// Whether values may be of another version of the type.
    pub(crate) has_any_version: bool,
    /// When `@odata.type` is written, if not by default.
    pub(crate) type_tag: Option<TypeAnnotation>,
    pub(crate) denies_unknown: bool,
    pub(crate) base: Option<Role>,
    /// The access of the inherited key, if this type overrides it.
    pub(crate) inherited_key: Option<Spanned<KeyAccess>>,
    /// Whether it contains itself, or has no size: then every impl would be another error.
    pub(super) takes_no_impl: bool,
    pub(crate) extra: Option<Role>,
    pub(crate) properties: Vec<Property>,
    /// Fields that are neither read nor written.
    pub(crate) skipped: Vec<Ident>,
}

/// A value of `tag`.
#[derive(Clone, Copy)]
pub(crate) enum TypeAnnotation {
    Always,
    Derived,
    Never,
}

impl TypeAnnotation {
    const ALL: [(&'static str, Self); 3] =
        [("always", Self::Always), ("derived", Self::Derived), ("never", Self::Never)];
}

/// A field that is the base, or takes what is not declared.
pub(crate) struct Role {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// That of the type.
    pub(crate) place: Span,
}

/// A field that is a property.
pub(crate) struct Property {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// What the user wrote about it.
    pub(crate) docs: Vec<Attribute>,
    pub(crate) ty: Type,
    pub(crate) name: Spanned<String>,
    pub(crate) key: Option<Key>,
    pub(crate) dependent: Option<Span>,
    pub(crate) computed: Option<Span>,
    pub(crate) immutable: Option<Span>,
    pub(crate) navigation: Option<Span>,
    pub(crate) contained: Option<Span>,
    /// The module that reads and writes it.
    pub(crate) with: Option<Path>,
    pub(crate) absent: Absent,
}

/// What a property holds that a payload does not mention.
pub(crate) enum Absent {
    /// What its type says.
    ByType,
    /// `Default::default()`
    Default,
    /// What a function gives.
    Function(ExprPath),
}

impl Absent {
    /// `default` alone, or with a function behind it.
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
            type_tag: choice(attributes, "tag", &TypeAnnotation::ALL, errors).map(|tag| tag.value),
            denies_unknown: attributes.flag("deny_unknown", errors).is_some(),
            base: None,
            inherited_key: None,
            takes_no_impl: false,
            extra: None,
            properties: Vec::new(),
            skipped: Vec::new(),
        };
        for field in fields {
            let ty = self_type::spelled_out(&field.ty, input);
            let attributes = Attributes::of(&field.attrs, Place::Field, errors);
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
            refuse_beside_role(&ROLES, attributes, errors);
        }
        let as_role = || Role { ident: ident.clone(), ty: ty.clone(), place: ty.span() };
        match roles {
            [Some(_), ..] if role_type::is_itself(ty, &self.ident, errors) => self.takes_no_impl = true,
            [Some(_), ..] if !role_type::may_be_base(ty, generics, errors) => {}
            [_, Some(_), _] if !role_type::may_be_extra(ty, errors) => {}
            [Some(span), ..] => {
                self.inherited_key = inherited_key(attributes, errors);
                set_once(&mut self.base, as_role(), "base", span, errors);
            }
            [_, Some(span), _] => set_once(&mut self.extra, as_role(), "extra", span, errors),
            [_, _, Some(_)] => self.skipped.push(ident.clone()),
            _ if !role_type::has_size(ty, errors) => self.takes_no_impl = true,
            _ if attributes.lacks("with") && !role_type::may_be_property(ty, errors) => {}
            _ => self.properties.push(Property::new(ident, field, ty, attributes, rule, errors)),
        }
    }
}

/// The access of the inherited key, from `#[odata(base, key = "…")]`.
fn inherited_key(attributes: &Attributes, errors: &Errors) -> Option<Spanned<KeyAccess>> {
    attributes.has_value("key").then(|| key::access(attributes, errors)).flatten()
}

/// The base, the extra and skipped fields are no properties: no other attribute applies to them, except that a base's field can
/// override the access of the inherited key.
fn refuse_beside_role(roles: &[&str], attributes: &Attributes, errors: &Errors) {
    let Some(role) = roles.iter().find(|role| attributes.has(role)) else { return };
    for (key, span) in attributes.keys().filter(|(key, _)| *key != *role) {
        if (*role, key) == ("base", "key") {
            if !attributes.has_value("key") {
                errors.at(
                    span,
                    "`key` beside `base` needs a value",
                    "write `key = \"optional\"`, `\"required\"` or `\"computed\"` to override the access of the inherited key, \
                     or remove `key`",
                );
            }
            continue;
        }
        errors.at(
            span,
            format!("`{key}` has no meaning beside `{role}`"),
            format!("a field with `{role}` is not a property: remove `{key}`"),
        );
    }
}

fn set_once(place: &mut Option<Role>, role: Role, key: &str, span: Span, errors: &Errors) {
    match place {
        None => *place = Some(role),
        Some(earlier) => errors.at(
            span,
            format!("a second `{key}`: `{}` is one already", earlier.ident),
            match key {
                "base" => "a type derives from one base type; nest the other in the base's own line",
                _ => "one field takes all that is not declared; remove the other",
            },
        ),
    }
}

/// Whether it says of the field what goes for its constant, too.
fn is_about_use(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") || attribute.path().is_ident("deprecated")
}

impl Property {
    /// Checks whether only the service sets it.
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
            docs: field.attrs.iter().filter(|attribute| is_about_use(attribute)).cloned().collect(),
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
