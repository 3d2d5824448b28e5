//! Parsing of a single entry of an `#[odata(…)]` attribute, such as `computed` or `name = "id"`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Lit, LitStr, Token};

use crate::errors::Errors;

/// An entry of an `#[odata(…)]` attribute: a key such as `computed`, or a key with a value such as `name = "id"`.
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) span: Span,
    pub(crate) value: Option<Lit>,
}

impl Entry {
    /// Parses the entries of an `#[odata(…)]` attribute. Returns `None` if the syntax is invalid. Returns an empty `Vec` if the attribute
    /// isn't named `odata`.
    pub(super) fn parse_all(attribute: &Attribute, errors: &Errors) -> Option<Vec<Self>> {
        if !attribute.path().is_ident("odata") {
            return Some(Vec::new());
        }
        match attribute.parse_args_with(Punctuated::<Self, Token![,]>::parse_terminated) {
            Ok(entries) => Some(entries.into_iter().collect()),
            Err(mistake) => {
                errors.at(
                    mistake.span(),
                    mistake.to_string(),
                    "use the syntax `#[odata(attribute, attribute = \"value\", …)]`",
                );
                None
            }
        }
    }

    /// Returns the value of an entry such as `name = "id"`. If the value is missing or isn't a string literal, reports an error and
    /// returns `None`.
    pub(super) fn string(&self, example: &str, errors: &Errors) -> Option<LitStr> {
        let fix = format!("write `{} = \"{example}\"`", self.key);
        match &self.value {
            Some(Lit::Str(string)) if string.suffix().is_empty() => return Some(string.clone()),
            Some(value) => errors.over(value, format!("`{}` expects a string: {fix}", self.key), ""),
            None => errors.at(self.span, format!("`{}` needs a value: {fix}", self.key), ""),
        }
        None
    }
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // `parse_any` also accepts the keywords `crate` and `abstract`.
        let key = input.call(Ident::parse_any).map_err(|mistake| {
            syn::Error::new(mistake.span(), "expected an attribute name without quotes, such as `key`")
        })?;
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(equals) => Some(parse_value(&key, equals, input)?),
            None if input.is_empty() || input.peek(Token![,]) => None,
            None => {
                return Err(input.error(format!("expected `,` or `=` after `{key}`, as in `{key} = \"…\"`")));
            }
        };
        Ok(Self { key: key.unraw().to_string(), span: key.span(), value })
    }
}

fn parse_value(key: &Ident, equals: Token![=], input: ParseStream<'_>) -> syn::Result<Lit> {
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new(
            equals.span,
            format!("expected a string after `{key} =`, as in `{key} = \"…\"`"),
        ));
    }
    input.parse().map_err(|mistake| {
        syn::Error::new(
            mistake.span(),
            format!("the value of `{key}` must be a string literal, not a constant or a macro call"),
        )
    })
}
