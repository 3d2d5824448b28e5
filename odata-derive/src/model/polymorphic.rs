//! An enum of newtype variants: a polymorphic value.

use std::collections::HashMap;

use quote::ToTokens;
use syn::{DataEnum, DeriveInput, Fields, Ident, Type, Variant};

use super::{argument_of, role_type, self_type};
use crate::attr::{Attributes, Place};
use crate::case::RenameRule;
use crate::errors::Errors;

/// One instance of a declared type or of a type that derives from it.
pub(crate) struct Polymorphic {
    pub(crate) variants: Vec<TypeVariant>,
    /// The position of the variant with the declared type.
    base: Option<usize>,
    /// Whether every variant of the enum is among them.
    pub(crate) is_whole: bool,
    /// Whether it has methods that ask for each variant by its name.
    pub(crate) has_accessors: bool,
}

/// A variant that holds a struct, or a polymorphic value again.
pub(crate) struct TypeVariant {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// What is in the `Box`, if `ty` is one.
    pub(crate) boxed: Option<Type>,
}

impl TypeVariant {
    fn read(input: &DeriveInput, variant: &Variant, errors: &Errors) -> Option<Self> {
        let fields = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed,
            _ => return Self::refuse_shape(variant, errors),
        };
        let ty = self_type::spelled_out(&fields[0].ty, input);
        let boxed = argument_of(&ty, &["Box"]).cloned();
        let variant = Self { ident: variant.ident.clone(), ty, boxed };
        role_type::may_be_variant(variant.held(), (&input.ident, &variant.ident), errors).then_some(variant)
    }

    fn refuse_shape(variant: &Variant, errors: &Errors) -> Option<Self> {
        errors.over(
            &variant.ident,
            format!("the variant `{}` holds no type", variant.ident),
            format!(
                "write `{0}(Type)`, or derive `ODataEnum` if these are the members of an enumeration type",
                variant.ident
            ),
        );
        None
    }

    /// The names of `as_…`, `as_…_mut` and `into_…`.
    pub(crate) fn accessors(&self) -> [String; 3] {
        let snake = RenameRule::Snake.apply(&self.ident.to_string());
        ["as_{}", "as_{}_mut", "into_{}"].map(|pattern| pattern.replace("{}", &snake))
    }

    /// What it holds, whether or not there is a box around it.
    pub(crate) fn held(&self) -> &Type {
        self.boxed.as_ref().unwrap_or(&self.ty)
    }
}

impl Polymorphic {
    /// The variant with the declared type.
    pub(crate) fn declared(&self) -> Option<&TypeVariant> {
        self.variants.get(self.base?)
    }

    /// The variants with types that derive from the declared one.
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
        // Allowed, and without effect: the declared type has its own.
        let _ = (
            attributes.text("namespace", "microsoft.graph", errors),
            attributes.text("name", "name", errors),
        );
        let has_accessors = attributes.flag("no_accessors", errors).is_none();
        let mut polymorphic = Self { variants: Vec::new(), base: None, is_whole: true, has_accessors };
        let mut names = Names::default();
        let mut lacks_base = true;
        for variant in &data.variants {
            let attributes = Attributes::of(&variant.attrs, Place::Type, errors);
            lacks_base &= attributes.lacks("base");
            polymorphic.mark_base(&attributes, errors);
            match TypeVariant::read(input, variant, errors) {
                Some(variant) => {
                    polymorphic.is_whole &= names.take(&variant, has_accessors, errors);
                    polymorphic.variants.push(variant);
                }
                None => polymorphic.leave_out(),
            }
        }
        if lacks_base {
            errors.over(
                &input.ident,
                format!("`{}` has no variant for its declared type", input.ident),
                "mark the variant of the type that all the others derive from with `#[odata(base)]`",
            );
        }
        polymorphic
    }

    /// The variant that is about to be met may be that of the declared type.
    fn mark_base(&mut self, attributes: &Attributes, errors: &Errors) {
        let base = attributes.flag("base", errors);
        if let (Some(span), Some(earlier)) = (base, self.base) {
            errors.at(
                span,
                format!("a second `base`: `{}` is one already", self.variants[earlier].ident),
                "a polymorphic value has one declared type; remove one of the two",
            );
        } else if base.is_some() {
            self.base = Some(self.variants.len());
        }
    }

    /// The variant just met is not among the variants.
    fn leave_out(&mut self) {
        self.is_whole = false;
        self.base = self.base.filter(|position| *position < self.variants.len());
    }
}

/// What the variants so far have taken: Graph has a type that 1,145 others derive from.
#[derive(Default)]
struct Names {
    /// The variant of each method.
    accessors: HashMap<String, Ident>,
    /// The variant of each type.
    types: HashMap<String, Ident>,
}

impl Names {
    /// Whether no variant before has one of these names.
    fn take(&mut self, variant: &TypeVariant, has_accessors: bool, errors: &Errors) -> bool {
        let has_own_type = self.take_type(variant, errors);
        (!has_accessors || self.take_accessors(variant, errors)) && has_own_type
    }

    /// `as_guest_mut` is of a variant `Guest`, and of one `GuestMut`.
    fn take_accessors(&mut self, variant: &TypeVariant, errors: &Errors) -> bool {
        for accessor in variant.accessors() {
            if let Some(earlier) = self.accessors.get(&accessor) {
                errors.over(
                    &variant.ident,
                    format!("`{}` gives the method `{accessor}`, as `{earlier}` does", variant.ident),
                    "rename one of the two (the name on the wire is the type's), or add `no_accessors` to the enum",
                );
                return false;
            }
            self.accessors.insert(accessor, variant.ident.clone());
        }
        true
    }

    /// An instance of a type that two variants have could be either.
    fn take_type(&mut self, variant: &TypeVariant, errors: &Errors) -> bool {
        let held = variant.held().to_token_stream().to_string();
        if let Some(earlier) = self.types.get(&held) {
            errors.over(
                &variant.ty,
                format!("a second variant with `{}`: `{earlier}` has it already", held.replace(' ', "")),
                "a type has one variant; remove one of the two",
            );
            return false;
        }
        self.types.insert(held, variant.ident.clone());
        true
    }
}
