//! An enum of newtype variants: a polymorphic value.

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
}

/// A variant that holds a struct, or a polymorphic value again.
pub(crate) struct TypeVariant {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// What is in the `Box`, if `ty` is one.
    pub(crate) boxed: Option<Type>,
}

impl TypeVariant {
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
        let mut polymorphic = Self { variants: Vec::new(), base: None, is_whole: true };
        let mut lacks_base = true;
        for variant in &data.variants {
            let attributes = Attributes::of(&variant.attrs, Place::Type, errors);
            lacks_base &= attributes.lacks("base");
            polymorphic.add(input, variant, &attributes, errors);
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

    fn add(&mut self, input: &DeriveInput, variant: &Variant, attributes: &Attributes, errors: &Errors) {
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
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let ty = self_type::spelled_out(&fields.unnamed[0].ty, input);
                let variant = TypeVariant {
                    ident: variant.ident.clone(),
                    boxed: argument_of(&ty, &["Box"]).cloned(),
                    ty,
                };
                if role_type::may_be_variant(variant.held(), (&input.ident, &variant.ident), errors) {
                    self.refuse_second(&variant, errors);
                    self.refuse_accessor(&variant, errors);
                    self.variants.push(variant);
                } else {
                    self.leave_out();
                }
            }
            _ => {
                errors.over(
                    &variant.ident,
                    format!("the variant `{}` holds no type", variant.ident),
                    format!(
                        "write `{0}(Type)`, or derive `ODataEnum` if these are the members of an enumeration type",
                        variant.ident
                    ),
                );
                self.leave_out();
            }
        }
    }

    /// The variant just met is not among the variants.
    fn leave_out(&mut self) {
        self.is_whole = false;
        self.base = self.base.filter(|position| *position < self.variants.len());
    }
}

impl Polymorphic {
    /// `as_guest_mut` is of a variant `Guest`, and of one `GuestMut`.
    fn refuse_accessor(&mut self, variant: &TypeVariant, errors: &Errors) {
        let accessors = variant.accessors();
        for earlier in &self.variants {
            if let Some(accessor) = earlier.accessors().iter().find(|accessor| accessors.contains(accessor)) {
                errors.over(
                    &variant.ident,
                    format!("`{}` gives the method `{accessor}`, as `{}` does", variant.ident, earlier.ident),
                    "rename one of the two; the type's name on the wire is not the variant's",
                );
                self.is_whole = false;
                return;
            }
        }
    }

    /// An instance of a type that two variants have could be either.
    fn refuse_second(&mut self, variant: &TypeVariant, errors: &Errors) {
        let tokens = |variant: &TypeVariant| variant.held().to_token_stream().to_string();
        let held = tokens(variant);
        if let Some(earlier) = self.variants.iter().find(|earlier| tokens(earlier) == held) {
            errors.over(
                &variant.ty,
                format!(
                    "a second variant with `{}`: `{}` has it already",
                    held.replace(' ', ""),
                    earlier.ident
                ),
                "a type has one variant; remove one of the two",
            );
            self.is_whole = false;
        }
    }
}
