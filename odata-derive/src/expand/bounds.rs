//! Generic parameters and the bounds that the impls need.

mod needed;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Ident, Lifetime, Type, WherePredicate, parse_quote};

use super::input_lifetime;

/// What an impl for an item rests on: its parameters, and the types that must be something for it.
pub(super) struct Bounds<'i> {
    generics: &'i Generics,
    parameters: Vec<Ident>,
    /// Base types. They are asked for as a whole.
    bases: Vec<&'i Type>,
    /// Types that have to be OData values.
    values: Vec<Type>,
}

impl<'i> Bounds<'i> {
    pub(super) fn new(generics: &'i Generics) -> Self {
        let parameters = generics.type_params().map(|parameter| parameter.ident.clone()).collect();
        Self { generics, parameters, bases: Vec::new(), values: Vec::new() }
    }

    pub(super) fn base(mut self, base: Option<&'i Type>) -> Self {
        self.bases
            .extend(base.filter(|base| self.parameters.iter().any(|parameter| mentions(base, parameter))));
        self
    }

    pub(super) fn values<'t>(mut self, types: impl Iterator<Item = &'t Type>) -> Self {
        for needed in types.flat_map(|ty| needed::types(ty, &self.parameters)) {
            let is_new = self.values.iter().all(|known| !is_same(known, &needed));
            self.values.extend(is_new.then_some(needed));
        }
        self
    }

    /// The parameters of all impls.
    pub(super) fn impls(&self) -> ImplGenerics<'i> {
        ImplGenerics { declared: self.generics, writing: self.for_writing(), reading: self.for_reading() }
    }

    /// `<'a, T>` of an impl that writes or describes.
    fn for_writing(&self) -> Generics {
        self.with(&quote!(__odata::private::Structured), &quote!(__odata::ODataValue))
    }

    /// `<'__de, 'a, T>` of an impl that reads.
    fn for_reading(&self) -> Generics {
        let input = input_lifetime();
        with_input(
            self.with(&quote!(__odata::private::ReadStructured<#input>), &quote!(__odata::ReadValue<#input>)),
        )
    }

    fn with(&self, base: &TokenStream, value: &TokenStream) -> Generics {
        let mut bounded = self.generics.clone();
        strip_defaults(&mut bounded);
        let bases = self.bases.iter().map(|ty| parse_quote!(#ty: #base));
        let values = self.values.iter().map(|ty| parse_quote!(#ty: #value));
        let predicates: Vec<WherePredicate> = bases.chain(values).collect();
        if !predicates.is_empty() {
            bounded.make_where_clause().predicates.extend(predicates);
        }
        bounded
    }
}

/// The parameters of the item itself, and of the two kinds of impl.
pub(super) struct ImplGenerics<'i> {
    pub(super) declared: &'i Generics,
    pub(super) writing: Generics,
    pub(super) reading: Generics,
}

/// The parameters behind the lifetime of the input, which outlives whatever is borrowed from it.
pub(super) fn with_input(mut generics: Generics) -> Generics {
    let input = input_lifetime();
    let borrowed: Vec<Lifetime> = generics.lifetimes().map(|parameter| parameter.lifetime.clone()).collect();
    let parameter: GenericParam =
        if borrowed.is_empty() { parse_quote!(#input) } else { parse_quote!(#input: #(#borrowed)+*) };
    generics.params.insert(0, parameter);
    generics
}

/// The parameters that a type mentions, as those of an impl about that type alone; with what is said of these and of no
/// others.
pub(super) fn mentioned_by(ty: &Type, generics: &Generics) -> Generics {
    let (mentioned, others): (Vec<_>, Vec<_>) =
        generics.params.iter().cloned().partition(|parameter| mentions(ty, name(parameter)));
    let is_about_others =
        |tokens: &dyn ToTokens| others.iter().any(|other| mentions(&tokens.to_token_stream(), name(other)));
    let mut alone = Generics { params: mentioned.into_iter().collect(), ..generics.clone() };
    strip_defaults(&mut alone);
    for parameter in &mut alone.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter.bounds =
                parameter.bounds.iter().filter(|bound| !is_about_others(bound)).cloned().collect();
        }
    }
    if let Some(clause) = &mut alone.where_clause {
        clause.predicates =
            clause.predicates.iter().filter(|predicate| !is_about_others(predicate)).cloned().collect();
    }
    alone
}

fn is_same(left: &Type, right: &Type) -> bool {
    left.to_token_stream().to_string() == right.to_token_stream().to_string()
}

fn name(parameter: &GenericParam) -> &Ident {
    match parameter {
        GenericParam::Lifetime(parameter) => &parameter.lifetime.ident,
        GenericParam::Type(parameter) => &parameter.ident,
        GenericParam::Const(parameter) => &parameter.ident,
    }
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

fn mentions(syntax: &impl ToTokens, ident: &Ident) -> bool {
    fn any(tokens: TokenStream, ident: &Ident) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(other) => other == *ident,
            TokenTree::Group(group) => any(group.stream(), ident),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }
    any(syntax.to_token_stream(), ident)
}
