//! The model of an enumeration.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{DataEnum, DeriveInput, Expr, Fields, Ident, Type, Variant};

use super::{names, role_type};
use crate::attr::{Attributes, Spanned, Target};
use crate::case::RenameRule;
use crate::errors::Errors;

/// The Rust name of the sentinel member in the evolvable enumerations of Microsoft Graph.
const SENTINEL: &str = "UnknownFutureValue";

/// An enumeration.
pub(crate) struct Enumeration {
    /// The qualified name of the enumeration, `Namespace.Name`.
    pub(crate) qualified_name: String,
    pub(crate) members: Vec<Member>,
    /// The position of the sentinel member in `members`.
    pub(crate) sentinel: Option<usize>,
    /// The variant with the attribute `unknown`: its name and the type of its field.
    pub(crate) unknown: Option<(Ident, Type)>,
    pub(crate) flags: Option<Span>,
    /// The type of the discriminants, such as `u8`.
    repr: Ident,
}

/// A member of an enumeration.
pub(crate) struct Member {
    pub(crate) ident: Ident,
    pub(crate) name: Spanned<String>,
    /// The numeric value of the member, which is the discriminant of its variant. If the variant has no discriminant, the numeric value is
    /// the value of the previous member plus one (CSDL 4.01, clause 10.3.2).
    pub(crate) value: TokenStream,
    pub(crate) has_discriminant: bool,
}

impl Enumeration {
    pub(super) fn new(
        input: &DeriveInput,
        data: &DataEnum,
        attributes: &Attributes,
        errors: &Errors,
    ) -> Self {
        let rule = names::rename_rule(attributes, errors);
        let mut enumeration = Self {
            qualified_name: names::qualified_name(input, rule, attributes, errors),
            members: Vec::new(),
            sentinel: None,
            unknown: None,
            flags: attributes.flag("flags", errors),
            repr: repr(input),
        };
        if let Some(parameter) = input.generics.params.first() {
            errors.over(
                parameter,
                "an enumeration can't have generic parameters: remove the parameter",
                "to preserve unknown members, add the variant `#[odata(unknown)] Unknown(String)`",
            );
        }
        for variant in &data.variants {
            enumeration.add(variant, rule, errors);
        }
        if data.variants.is_empty() {
            errors.over(
                &input.ident,
                format!("`{}` has no members: add a variant for each member of the enumeration", input.ident),
                "",
            );
        }
        enumeration
    }

    fn add(&mut self, variant: &Variant, rule: RenameRule, errors: &Errors) {
        let attributes = Attributes::of(&variant.attrs, Target::Member, errors);
        if let Some(span) = attributes.flag("unknown", errors) {
            return self.add_unknown(variant, &attributes, span, errors);
        }
        if !matches!(variant.fields, Fields::Unit) {
            errors.over(
                &variant.fields,
                format!(
                    "member `{}` can't have fields: remove the fields, or add `#[odata(unknown)]`",
                    variant.ident
                ),
                "the variant with `#[odata(unknown)]` stores the names of unknown members",
            );
        }
        let position = self.members.len();
        let attribute = attributes.flag("sentinel", errors);
        if attribute.is_some() || variant.ident == SENTINEL {
            match self.sentinel {
                None => self.sentinel = Some(position),
                Some(earlier) => errors.at(
                    attribute.unwrap_or(variant.ident.span()),
                    format!("duplicate sentinel: `{}` is already the sentinel", self.members[earlier].ident),
                    format!(
                        "keep one sentinel; a variant named `{SENTINEL}` is a sentinel even without `#[odata(sentinel)]`"
                    ),
                ),
            }
        }
        let value = self.value_of(variant);
        self.members.push(Member {
            ident: variant.ident.clone(),
            name: names::name(&variant.ident, rule, &attributes, errors),
            value,
            has_discriminant: variant.discriminant.is_some(),
        });
    }

    fn add_unknown(&mut self, variant: &Variant, attributes: &Attributes, span: Span, errors: &Errors) {
        for (key, span) in attributes.keys().filter(|(key, _)| *key != "unknown") {
            errors.at(
                span,
                format!("`{key}` can't be combined with `unknown`: remove `{key}`"),
                "a variant marked `unknown` represents all unknown members",
            );
        }
        let ty = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0].ty,
            _ => {
                errors.over(
                    &variant.ident,
                    format!(
                        "variant `{0}` must have exactly one field, which stores the name of an unknown member: write `{0}(String)`",
                        variant.ident
                    ),
                    "",
                );
                return;
            }
        };
        if !role_type::can_store_name(ty, &variant.ident, errors) {
            return;
        }
        match &self.unknown {
            None => self.unknown = Some((variant.ident.clone(), ty.clone())),
            Some((earlier, _)) => errors.at(
                span,
                format!("duplicate `unknown` variant: `{earlier}` is already marked `#[odata(unknown)]`"),
                "remove one of the two variants; a single variant preserves all unknown members",
            ),
        }
    }

    fn value_of(&self, variant: &Variant) -> TokenStream {
        match (&variant.discriminant, self.members.last()) {
            (Some((_, value)), _) => as_value(value, variant, &self.repr),
            (None, None) => quote!(0),
            (None, Some(previous)) => value_after(&previous.value),
        }
    }
}

/// Returns the discriminant of a variant, such as `4` in `Blue = 4`, as an expression of the type `i64`.
///
/// An integer literal such as `4` is returned unchanged. A discriminant such as `!0` is evaluated as the type in
/// `#[repr(u8)]` before it is converted to `i64`, because the value of `!0` is 255 for `u8`, but -1 for `i64`.
fn as_value(discriminant: &Expr, variant: &Variant, repr: &Ident) -> TokenStream {
    let tokens = discriminant.to_token_stream();
    if tokens.to_string().replace(' ', "").parse::<i64>().is_ok() {
        return tokens;
    }
    let name = variant.ident.to_string();
    let converted = quote!({
        const VALUE: ::core::primitive::#repr = #tokens;
        VALUE as ::core::primitive::i128
    });
    quote_spanned!(discriminant.span()=> const { __odata::Rules::int64(#name, #converted) })
}

/// Returns the type of an enum's discriminants, such as `u8` for `#[repr(u8)]`. Returns `isize`, the default, if no `repr` attribute
/// specifies a type.
fn repr(input: &DeriveInput) -> Ident {
    let mut repr = Ident::new("isize", Span::call_site());
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("repr")) {
        let _ = attribute.parse_nested_meta(|meta| {
            if let Some(ident) = meta.path.get_ident().filter(|ident| *ident != "C") {
                repr = Ident::new(&ident.to_string(), Span::call_site());
            }
            Ok(())
        });
    }
    repr
}

/// Returns the value of an enumeration member without a discriminant, which is the previous member's value plus one.
/// For example, returns the literal `5` if the previous member has the literal `4`. If the previous member's value is
/// an expression such as `const { … }`, returns `const { … } + 1`.
fn value_after(value: &TokenStream) -> TokenStream {
    if let Ok(number) = value.to_string().replace(' ', "").parse::<i64>() {
        return Literal::i64_unsuffixed(number.saturating_add(1)).to_token_stream();
    }
    quote!(#value + 1)
}
