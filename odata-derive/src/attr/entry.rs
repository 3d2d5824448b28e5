//! One `key` or `key = "value"`.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Lit, LitStr, Token};

use crate::errors::Errors;

pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) span: Span,
    pub(crate) value: Option<Lit>,
}

impl Entry {
    /// The entries of one attribute, none if it isn't ours; `None` if they can't be made out.
    pub(super) fn list(attribute: &Attribute, errors: &Errors) -> Option<Vec<Self>> {
        if !attribute.path().is_ident("odata") {
            return Some(Vec::new());
        }
        match attribute.parse_args_with(Punctuated::<Self, Token![,]>::parse_terminated) {
            Ok(entries) => Some(entries.into_iter().collect()),
            Err(mistake) => {
                errors.at(
                    mistake.span(),
                    mistake.to_string(),
                    "write `#[odata(attribute, attribute = \"value\", …)]`",
                );
                None
            }
        }
    }

    /// The string behind the key.
    pub(super) fn text(&self, example: &str, errors: &Errors) -> Option<LitStr> {
        let help = format!("write `{} = \"{example}\"`", self.key);
        match &self.value {
            Some(Lit::Str(text)) if text.suffix().is_empty() => return Some(text.clone()),
            Some(value) => errors.over(value, format!("`{}` takes a string", self.key), help),
            None => errors.at(self.span, format!("`{}` lacks its value", self.key), help),
        }
        None
    }
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // `crate` and `abstract` are keywords.
        let key = input.call(Ident::parse_any).map_err(|mistake| {
            syn::Error::new(mistake.span(), "an attribute begins with its name, without quotes")
        })?;
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(equals) => Some(value_of(&key, equals, input)?),
            None if input.is_empty() || input.peek(Token![,]) => None,
            None => return Err(input.error(format!("a `,` or a `=` belongs behind `{key}`"))),
        };
        Ok(Self { key: key.unraw().to_string(), span: key.span(), value })
    }
}

fn value_of(key: &Ident, equals: Token![=], input: ParseStream<'_>) -> syn::Result<Lit> {
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new(equals.span, format!("`{key}` lacks its value behind the `=`")));
    }
    input.parse().map_err(|mistake| {
        syn::Error::new(
            mistake.span(),
            format!("the value of `{key}` stands in quotes, as it is, without a constant or a macro"),
        )
    })
}
