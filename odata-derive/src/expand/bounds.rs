//! Generic parameters and the bounds that the impls need.

mod needed;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Ident, LifetimeParam, Token, Type, WherePredicate, parse_quote};

use super::input_lifetime;
use crate::model::mentions;

/// The variants of an enum that a person writes.
const FEW_VARIANTS: usize = 16;

/// What an impl for an item rests on: its parameters, and the types that must be something for it.
pub(super) struct Bounds<'i> {
    generics: &'i Generics,
    parameters: Vec<Ident>,
    /// Base types. They are asked for as a whole.
    bases: Vec<&'i Type>,
    /// Types of extras.
    extras: Vec<&'i Type>,
    /// Types of variants.
    variants: Vec<&'i Type>,
    /// Types that have to be OData values.
    values: Vec<Type>,
}

impl<'i> Bounds<'i> {
    pub(super) fn new(generics: &'i Generics) -> Self {
        let parameters = generics.type_params().map(|parameter| parameter.ident.clone()).collect();
        Self {
            generics,
            parameters,
            bases: Vec::new(),
            extras: Vec::new(),
            variants: Vec::new(),
            values: Vec::new(),
        }
    }

    pub(super) fn base(mut self, base: Option<&'i Type>) -> Self {
        self.bases.extend(base);
        self
    }

    pub(super) fn extra(mut self, extra: Option<&'i Type>) -> Self {
        self.extras.extend(extra);
        self
    }

    /// Each impl of an enum of types has an arm for each variant, and each arm looks through the bounds: of 392 variants, as
    /// Graph's `auditData` has, that is a fifth of the time to check all types of `microsoft.graph.security`. So only a few have
    /// bounds; of many, one without the derive has an error for each impl. With none at all, not even on the base, the compiler
    /// knows in one impl what it found out in another.
    pub(super) fn variants(mut self, variants: impl Iterator<Item = &'i Type>) -> Self {
        self.variants.extend(variants);
        if self.parameters.is_empty() && self.variants.len() > FEW_VARIANTS {
            self.variants.clear();
            self.bases.clear();
        }
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
        self.with(&Wanted {
            base: quote!(__odata::Structured),
            variant: quote!(__odata::Variant),
            value: quote!(__odata::ODataValue),
        })
    }

    /// `<'__de, 'a, T>` of an impl that reads.
    fn for_reading(&self) -> Generics {
        let input = input_lifetime();
        with_input(self.with(&Wanted {
            base: quote!(__odata::ReadStructured<#input>),
            variant: quote!(__odata::ReadVariant<#input>),
            value: quote!(__odata::ReadValue<#input>),
        }))
    }

    /// A type that is not what it should be is so at its own place, and nowhere else: where the bound is not kept, the
    /// compiler says so and takes it for kept in what follows.
    fn with(&self, wanted: &Wanted) -> Generics {
        let mut bounded = self.generics.clone();
        strip_defaults(&mut bounded);
        let Wanted { base, variant, value } = wanted;
        let predicates: Vec<_> =
            [(&self.bases, base), (&self.variants, variant), (&self.extras, &quote!(__odata::IsExtra))]
                .into_iter()
                .flat_map(|(types, bound)| types.iter().map(move |ty| predicate(ty, bound)))
                .chain(self.values.iter().map(|ty| parse_quote!(#ty: #value)))
                .collect();
        if !predicates.is_empty() {
            bounded.make_where_clause().predicates.extend(predicates);
        }
        bounded
    }
}

/// What the types that an item mentions have to be.
struct Wanted {
    base: TokenStream,
    variant: TokenStream,
    value: TokenStream,
}

/// `Type: Bound`, all of it at the type's place.
fn predicate(ty: &Type, bound: &TokenStream) -> WherePredicate {
    let colon = Token![:](ty.span());
    let bound = bound.clone().into_iter().map(|mut token| {
        token.set_span(ty.span());
        token
    });
    parse_quote!(#ty #colon #(#bound)*)
}

/// The parameters of the item itself, and of the two kinds of impl.
pub(super) struct ImplGenerics<'i> {
    pub(super) declared: &'i Generics,
    pub(super) writing: Generics,
    pub(super) reading: Generics,
}

impl ImplGenerics<'_> {
    /// Those of the item, of impls that write, and of impls that read.
    pub(super) fn all(&self) -> [&Generics; 3] {
        [self.declared, &self.writing, &self.reading]
    }
}

/// The parameters behind the lifetime of the input, which outlives whatever is borrowed from it.
pub(super) fn with_input(mut generics: Generics) -> Generics {
    let mut parameter = LifetimeParam::new(input_lifetime());
    parameter.bounds.extend(generics.lifetimes().map(|borrowed| borrowed.lifetime.clone()));
    parameter.colon_token = (!parameter.bounds.is_empty()).then(<Token![:]>::default);
    generics.params.insert(0, GenericParam::Lifetime(parameter));
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

/// Whether both are written with the same tokens.
pub(super) fn is_same<T: ToTokens>(left: &T, right: &T) -> bool {
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
