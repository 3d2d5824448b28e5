//! An enum of members: an enumeration type.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{DataEnum, DeriveInput, Expr, Fields, Ident, Type, Variant};

use super::{names, role_type};
use crate::attr::{Attributes, Place, Spanned};
use crate::case::RenameRule;
use crate::errors::Errors;

/// The sentinel's name in Graph's evolvable enumerations.
const SENTINEL: &str = "UnknownFutureValue";

/// An enum that is an enumeration type.
pub(crate) struct Enumeration {
    /// `Namespace.Name`
    pub(crate) qualified_name: String,
    pub(crate) members: Vec<Member>,
    /// The position of the sentinel.
    pub(crate) sentinel: Option<usize>,
    /// The variant for members that no variant stands for.
    pub(crate) unknown: Option<(Ident, Type)>,
    pub(crate) flags: Option<Span>,
    /// The type of the discriminants.
    repr: Ident,
}

/// A variant that is a member.
pub(crate) struct Member {
    pub(crate) ident: Ident,
    pub(crate) name: Spanned<String>,
    /// The number: the discriminant, or one more than the number before (CSDL 4.01, clause 10.3.2).
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
                "an enumeration type has no parameters",
                "keep unknown members in a `String`, which needs none",
            );
        }
        for variant in &data.variants {
            enumeration.add(variant, rule, errors);
        }
        if data.variants.is_empty() {
            errors.over(
                &input.ident,
                format!("`{}` has no members", input.ident),
                "add a variant for each member",
            );
        }
        enumeration
    }

    fn add(&mut self, variant: &Variant, rule: RenameRule, errors: &Errors) {
        let attributes = Attributes::of(&variant.attrs, Place::Member, errors);
        if let Some(span) = attributes.flag("unknown", errors) {
            return self.add_unknown(variant, &attributes, span, errors);
        }
        if !matches!(variant.fields, Fields::Unit) {
            errors.over(
                &variant.fields,
                format!("the member `{}` holds a value", variant.ident),
                "a member is a variant alone; mark the one variant that keeps unknown members with `#[odata(unknown)]`",
            );
        }
        let position = self.members.len();
        let marked = attributes.flag("sentinel", errors);
        if marked.is_some() || variant.ident == SENTINEL {
            match self.sentinel {
                None => self.sentinel = Some(position),
                Some(earlier) => errors.at(
                    marked.unwrap_or(variant.ident.span()),
                    format!("a second sentinel: `{}` is one already", self.members[earlier].ident),
                    format!(
                        "an evolvable enumeration has one sentinel; `{SENTINEL}` is it without an attribute"
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
                format!("`{key}` has no meaning beside `unknown`"),
                format!("the variant stands for many members: remove `{key}`"),
            );
        }
        let ty = match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => &fields.unnamed[0].ty,
            _ => {
                errors.over(
                    &variant.ident,
                    format!("the variant `{}` has no place for the member's name", variant.ident),
                    format!("write `{}(String)`", variant.ident),
                );
                return;
            }
        };
        if !role_type::may_keep_name(ty, &variant.ident, errors) {
            return;
        }
        match &self.unknown {
            None => self.unknown = Some((variant.ident.clone(), ty.clone())),
            Some((earlier, _)) => errors.at(
                span,
                format!("a second `unknown`: `{earlier}` is one already"),
                "one variant keeps all unknown members; remove the other",
            ),
        }
    }

    fn value_of(&self, variant: &Variant) -> TokenStream {
        match (&variant.discriminant, self.members.last()) {
            (Some((_, value)), _) => as_value(value, variant, &self.repr),
            (None, None) => quote!(0),
            (None, Some(before)) => following(&before.value),
        }
    }
}

/// The discriminant as an `i64`: a plain literal as it stands, anything else converted from whatever type the enum has.
///
/// It has the type of the discriminants first: `!0` of a `u8` is 255.
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

/// The type in `#[repr(u8)]`.
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

/// One more: a literal where the number is one, an expression where it is one.
fn following(value: &TokenStream) -> TokenStream {
    if let Ok(number) = value.to_string().replace(' ', "").parse::<i64>() {
        return Literal::i64_unsuffixed(number.saturating_add(1)).to_token_stream();
    }
    quote!(#value + 1)
}
