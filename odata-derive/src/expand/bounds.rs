//! Generic parameters and the bounds that the impls need.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Ident, Lifetime, Type, WherePredicate, parse_quote};

use super::input_lifetime;

/// The parameters of an item, and those of its fields that mention a type parameter.
pub(super) struct Bounds<'i> {
    ident: &'i Ident,
    generics: &'i Generics,
}

impl<'i> Bounds<'i> {
    pub(super) fn new(ident: &'i Ident, generics: &'i Generics) -> Self {
        Self { ident, generics }
    }

    /// `<'a, T>` of an impl that writes or describes, with a bound for each type in question.
    pub(super) fn for_value<'t>(&self, types: impl Iterator<Item = (&'t Type, TokenStream)>) -> Generics {
        let mut generics = self.generics.clone();
        strip_defaults(&mut generics);
        self.add(&mut generics, types);
        generics
    }

    /// `<'__de, 'a, T>` of an impl that reads: the input outlives what is borrowed from it.
    pub(super) fn for_reading<'t>(&self, types: impl Iterator<Item = (&'t Type, TokenStream)>) -> Generics {
        let mut generics = self.for_value(types);
        let input = input_lifetime();
        let borrowed: Vec<Lifetime> =
            generics.lifetimes().map(|parameter| parameter.lifetime.clone()).collect();
        let parameter: GenericParam =
            if borrowed.is_empty() { parse_quote!(#input) } else { parse_quote!(#input: #(#borrowed)+*) };
        generics.params.insert(0, parameter);
        generics
    }

    fn add<'t>(&self, generics: &mut Generics, types: impl Iterator<Item = (&'t Type, TokenStream)>) {
        let parameters: Vec<Ident> =
            self.generics.type_params().map(|parameter| parameter.ident.clone()).collect();
        if parameters.is_empty() {
            return;
        }
        let clause = generics.make_where_clause();
        let mut add = |predicate: WherePredicate| clause.predicates.push(predicate);
        for (ty, bound) in types {
            let mentioned: Vec<&Ident> =
                parameters.iter().filter(|parameter| mentions(ty, parameter)).collect();
            // `Option<Box<Node<T>>>: ODataValue` inside the impl for `Node<T>` would ask for itself.
            if mentions(ty, self.ident) {
                for parameter in mentioned {
                    add(parse_quote!(#parameter: #bound));
                }
            } else if !mentioned.is_empty() {
                add(parse_quote!(#ty: #bound));
            }
        }
    }
}

/// The parameters that a type mentions, as those of an impl about that type alone.
pub(super) fn mentioned_by(ty: &Type, generics: &Generics) -> Generics {
    let mut mentioned = generics.clone();
    strip_defaults(&mut mentioned);
    mentioned.where_clause = None;
    mentioned.params = mentioned
        .params
        .into_iter()
        .filter(|parameter| match parameter {
            GenericParam::Lifetime(parameter) => mentions(ty, &parameter.lifetime.ident),
            GenericParam::Type(parameter) => mentions(ty, &parameter.ident),
            GenericParam::Const(parameter) => mentions(ty, &parameter.ident),
        })
        .collect();
    mentioned
}

/// Defaults of parameters are for declarations, not for impls.
fn strip_defaults(generics: &mut Generics) {
    for parameter in &mut generics.params {
        match parameter {
            GenericParam::Type(parameter) => parameter.default = None,
            GenericParam::Const(parameter) => parameter.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
}

fn mentions(ty: &Type, ident: &Ident) -> bool {
    fn any(tokens: TokenStream, ident: &Ident) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(other) => other == *ident,
            TokenTree::Group(group) => any(group.stream(), ident),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    any(ty.to_token_stream(), ident)
}

/// `ODataValue`, the bound of what is written.
pub(super) fn value() -> TokenStream {
    quote!(__odata::ODataValue)
}

/// `ReadValue<'__de>`, the bound of what is read.
pub(super) fn read_value() -> TokenStream {
    let input = input_lifetime();
    quote!(__odata::ReadValue<#input>)
}
