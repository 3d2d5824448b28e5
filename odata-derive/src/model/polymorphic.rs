//! The model of a polymorphic enum.

use std::collections::HashMap;

use quote::ToTokens;
use syn::{DataEnum, DeriveInput, Fields, Ident, Type, Variant};

use super::{argument_of, role_type, self_type};
use crate::attr::{Attributes, Target};
use crate::case::RenameRule;
use crate::errors::Errors;

/// A polymorphic enum. A value of the enum is an instance of the declared type, or of a type that derives from the declared type.
pub(crate) struct Polymorphic {
    pub(crate) variants: Vec<TypeVariant>,
    /// The position in `variants` of the variant with `#[odata(base)]`.
    base: Option<usize>,
    /// Whether all variants of the enum are valid and are in `variants`.
    pub(crate) is_complete: bool,
    /// Whether the enum has the methods `as_…`, `as_…_mut` and `into_…` for each variant.
    pub(crate) has_accessors: bool,
}

/// A variant of a polymorphic enum, with a field whose type is a struct or another polymorphic enum.
pub(crate) struct TypeVariant {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The type `T` of a variant with the type `Box<T>`. `None` for a variant without a `Box`.
    pub(crate) boxed: Option<Type>,
}

impl TypeVariant {
    /// Parses a variant. Reports an error and returns `None` if the variant is invalid.
    fn new(input: &DeriveInput, variant: &Variant, errors: &Errors) -> Option<Self> {
        let fields = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed,
            _ => return Self::reject_shape(variant, errors),
        };
        let ty = self_type::resolve(&fields[0].ty, input);
        let boxed = argument_of(&ty, &["Box"]).cloned();
        let variant = Self { ident: variant.ident.clone(), ty, boxed };
        role_type::can_be_variant(variant.unboxed(), (&input.ident, &variant.ident), errors)
            .then_some(variant)
    }

    fn reject_shape(variant: &Variant, errors: &Errors) -> Option<Self> {
        errors.over(
            &variant.ident,
            format!(
                "variant `{0}` must have exactly one unnamed field: write `{0}(StructName)`",
                variant.ident
            ),
            "if the Rust enum is an OData enumeration type, derive `ODataEnum`",
        );
        None
    }

    /// Returns the names of the methods `as_…`, `as_…_mut` and `into_…`.
    pub(crate) fn accessors(&self) -> [String; 3] {
        let snake = RenameRule::Snake.apply(&self.ident.to_string());
        ["as_{}", "as_{}_mut", "into_{}"].map(|pattern| pattern.replace("{}", &snake))
    }

    /// Returns the type of the variant's field, without a `Box` around the type.
    pub(crate) fn unboxed(&self) -> &Type {
        self.boxed.as_ref().unwrap_or(&self.ty)
    }
}

impl Polymorphic {
    /// Returns the variant with the attribute `base`, whose type is the declared type of the enum.
    pub(crate) fn declared(&self) -> Option<&TypeVariant> {
        self.variants.get(self.base?)
    }

    /// Returns all variants without the attribute `base`, whose types derive from the declared type of the enum.
    pub(crate) fn derived(&self) -> impl Iterator<Item = &TypeVariant> {
        self.variants
            .iter()
            .enumerate()
            .filter(|(position, _)| Some(*position) != self.base)
            .map(|(_, variant)| variant)
    }

    pub(super) fn new(
        input: &DeriveInput,
        data: &DataEnum,
        attributes: &Attributes,
        errors: &Errors,
    ) -> Self {
        // `namespace` and `name` have no effect, because the declared type has its own namespace and name.
        let _ = (
            attributes.string("namespace", "microsoft.graph", errors),
            attributes.string("name", "name", errors),
        );
        let has_accessors = attributes.flag("no_accessors", errors).is_none();
        let mut polymorphic = Self { variants: Vec::new(), base: None, is_complete: true, has_accessors };
        let mut names = Names::default();
        let mut lacks_base = true;
        for variant in &data.variants {
            let attributes = Attributes::of(&variant.attrs, Target::Type, errors);
            lacks_base &= attributes.certainly_lacks("base");
            polymorphic.mark_base(&attributes, errors);
            match TypeVariant::new(input, variant, errors) {
                Some(variant) => {
                    polymorphic.is_complete &= names.add(&variant, has_accessors, errors);
                    polymorphic.variants.push(variant);
                }
                None => polymorphic.omit(),
            }
        }
        if lacks_base {
            errors.over(
                &input.ident,
                format!(
                    "`{}` has no variant with `#[odata(base)]`: mark the variant whose type is the base type of the others",
                    input.ident
                ),
                "",
            );
        }
        polymorphic
    }

    /// If a variant has `#[odata(base)]`, stores the variant's position in the field `base`. Must be called before the
    /// variant is added to `variants`, because the stored position is the length of `variants`. Reports an error if an
    /// earlier variant also has `#[odata(base)]`.
    fn mark_base(&mut self, attributes: &Attributes, errors: &Errors) {
        let base = attributes.flag("base", errors);
        if let (Some(span), Some(earlier)) = (base, self.base) {
            errors.at(
                span,
                format!(
                    "duplicate `base` variant: `{}` is already marked `#[odata(base)]`",
                    self.variants[earlier].ident
                ),
                "remove one of the two attributes; a polymorphic enum has exactly one variant with `#[odata(base)]`",
            );
        } else if base.is_some() {
            self.base = Some(self.variants.len());
        }
    }

    /// Sets `is_complete` to `false`, because the enum has an invalid variant. Resets the field `base` to `None` if the
    /// invalid variant has `#[odata(base)]`.
    fn omit(&mut self) {
        self.is_complete = false;
        self.base = self.base.filter(|position| *position < self.variants.len());
    }
}

/// The method names and types of the variants that were already parsed. `Names` is used to detect duplicate names and types.
///
/// The maps make the detection of duplicates fast for large enums, such as an enum of Microsoft Graph with 1,145 variants.
#[derive(Default)]
struct Names {
    /// A map from each method name to the variant with this method.
    accessors: HashMap<String, Ident>,
    /// A map from each type to the variant with this type.
    types: HashMap<String, Ident>,
}

impl Names {
    /// Records the type and the method names of a variant to detect duplicates. Returns `false` and reports an error if
    /// a previous variant has the same type or a method with the same name, such as `as_guest`.
    fn add(&mut self, variant: &TypeVariant, has_accessors: bool, errors: &Errors) -> bool {
        let has_own_type = self.add_type(variant, errors);
        (!has_accessors || self.add_accessors(variant, errors)) && has_own_type
    }

    /// Records the method names of a variant, such as `as_guest`, to detect duplicates. Returns `false` and reports an
    /// error if two variants would have a method with the same name. For example, the variants `Guest` and `GuestMut`
    /// would both have a method `as_guest_mut`.
    fn add_accessors(&mut self, variant: &TypeVariant, errors: &Errors) -> bool {
        for accessor in variant.accessors() {
            if let Some(earlier) = self.accessors.get(&accessor) {
                errors.over(
                    &variant.ident,
                    format!(
                        "the variants `{earlier}` and `{}` would both have a method `{accessor}`: rename a variant",
                        variant.ident
                    ),
                    "a different name doesn't change the JSON; to disable these methods, add `#[odata(no_accessors)]` to the enum",
                );
                return false;
            }
            self.accessors.insert(accessor, variant.ident.clone());
        }
        true
    }

    /// Records the type of a variant to detect duplicates. Returns `false` and reports an error if a previous variant
    /// has the same type, because deserialization couldn't choose between the two variants.
    fn add_type(&mut self, variant: &TypeVariant, errors: &Errors) -> bool {
        let ty = variant.unboxed().to_token_stream().to_string();
        if let Some(earlier) = self.types.get(&ty) {
            errors.over(
                &variant.ty,
                format!(
                    "the variants `{earlier}` and `{}` have the same type `{}`: remove one of the two",
                    variant.ident,
                    ty.replace(' ', "")
                ),
                "",
            );
            return false;
        }
        self.types.insert(ty, variant.ident.clone());
        true
    }
}
