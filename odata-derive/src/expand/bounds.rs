//! Generic parameters of the generated impls, and their bounds.

mod needed;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Ident, LifetimeParam, Token, Type, WherePredicate, parse_quote};

use super::input_lifetime;
use crate::model::mentions;

/// The maximum number of variants for which the impls of a polymorphic enum have bounds such as `User: Variant`. The
/// impls of a larger enum, such as the enum for `auditData` in Microsoft Graph with 392 variants, have no bounds,
/// because many bounds slow down the compilation. An enum with type parameters always has bounds.
const MAX_BOUNDED_VARIANTS: usize = 16;

/// The generic parameters of a struct or enum, and the types that need bounds in the generated impls.
pub(super) struct Bounds<'i> {
    generics: &'i Generics,
    parameters: Vec<Ident>,
    bases: Vec<&'i Type>,
    extras: Vec<&'i Type>,
    variants: Vec<&'i Type>,
    /// Types that must implement `ODataValue`.
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

    /// Adds a bound such as `User: Variant` for the type of each derived variant. For an enum with more than
    /// [`MAX_BOUNDED_VARIANTS`] variants, removes all bounds, because many bounds slow down the compilation. An enum
    /// with type parameters always has bounds.
    ///
    /// Bounds on many variants slow down the compilation, because the compiler searches all bounds of an impl for each
    /// match arm, and the impl has a match arm for each variant. With bounds on the 392 variants of `auditData` in
    /// Microsoft Graph, the compiler spends a fifth of its time for `microsoft.graph.security` on the search for
    /// bounds.
    ///
    /// The bound on the base type of a large enum, such as `Entity: Structured`, is also removed, because even a single
    /// bound slows down the compilation. The compiler shares cached trait lookups only between impls without bounds.
    ///
    /// The bound `User: Variant` reduces the number of compiler errors if `User` has no derive macro. Without the
    /// bound, the compiler would report an error in each impl of the enum.
    pub(super) fn variants(mut self, variants: impl Iterator<Item = &'i Type>) -> Self {
        self.variants.extend(variants);
        if self.parameters.is_empty() && self.variants.len() > MAX_BOUNDED_VARIANTS {
            self.variants.clear();
            self.bases.clear();
        }
        self
    }

    /// Adds an `ODataValue` bound for each type parameter in the types of the fields. For example, a field of the type `Option<Vec<T>>` adds `T: ODataValue`.
    pub(super) fn values<'t>(mut self, types: impl Iterator<Item = &'t Type>) -> Self {
        for needed in types.flat_map(|ty| needed::types(ty, &self.parameters)) {
            let is_new = self.values.iter().all(|known| !is_same(known, &needed));
            self.values.extend(is_new.then_some(needed));
        }
        self
    }

    /// Returns the generic parameters of the item and of its impls.
    pub(super) fn impls(&self) -> ImplGenerics<'i> {
        ImplGenerics { declared: self.generics, writing: self.for_writing(), reading: self.for_reading() }
    }

    /// Returns the generic parameters and bounds of all impls that don't read a value, such as the impl of `Serialize`.
    /// For example, returns `<'a, T>` with the bound `T: ODataValue`.
    fn for_writing(&self) -> Generics {
        self.with(&RequiredTraits {
            base: quote!(__odata::Structured),
            variant: quote!(__odata::Variant),
            value: quote!(__odata::ODataValue),
        })
    }

    /// Returns the generic parameters and bounds of all impls that read a value, such as the impl of `Deserialize`. For
    /// example, returns `<'__de, 'a, T>` with the bound `T: ReadValue<'__de>`.
    fn for_reading(&self) -> Generics {
        let input = input_lifetime();
        with_input(self.with(&RequiredTraits {
            base: quote!(__odata::ReadStructured<#input>),
            variant: quote!(__odata::ReadVariant<#input>),
            value: quote!(__odata::ReadValue<#input>),
        }))
    }

    /// Returns the generic parameters of the item, with all bounds in the where clause.
    ///
    /// For example, a polymorphic enum with the variant `User(User)` gets the bound `User: Variant`.
    fn with(&self, required: &RequiredTraits) -> Generics {
        let mut bounded = self.generics.clone();
        strip_defaults(&mut bounded);
        let RequiredTraits { base, variant, value } = required;
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

/// The traits that the generated bounds require, such as `ODataValue` for the type of a property.
struct RequiredTraits {
    base: TokenStream,
    variant: TokenStream,
    value: TokenStream,
}

/// Returns the where predicate `Type: Bound`. All tokens of the predicate have the span of the type, so that the compiler reports errors at
/// the type.
fn predicate(ty: &Type, bound: &TokenStream) -> WherePredicate {
    let colon = Token![:](ty.span());
    let bound = bound.clone().into_iter().map(|mut token| {
        token.set_span(ty.span());
        token
    });
    parse_quote!(#ty #colon #(#bound)*)
}

/// The generic parameters and bounds of the generated impls. The impls that read values need different bounds from the
/// impls that write values.
pub(super) struct ImplGenerics<'i> {
    pub(super) declared: &'i Generics,
    pub(super) writing: Generics,
    pub(super) reading: Generics,
}

impl ImplGenerics<'_> {
    pub(super) fn all(&self) -> [&Generics; 3] {
        [self.declared, &self.writing, &self.reading]
    }
}

/// Adds the lifetime `'__de` of the deserializer's input to the generic parameters. For a struct `Name<'a>`, adds `'__de: 'a`, because the
/// fields may borrow from the input.
pub(super) fn with_input(mut generics: Generics) -> Generics {
    let mut parameter = LifetimeParam::new(input_lifetime());
    parameter.bounds.extend(generics.lifetimes().map(|borrowed| borrowed.lifetime.clone()));
    parameter.colon_token = (!parameter.bounds.is_empty()).then(<Token![:]>::default);
    generics.params.insert(0, GenericParam::Lifetime(parameter));
    generics
}

/// Returns the generic parameters that occur in the type `ty`, with their bounds. For example, if a struct
/// `Page<T: Clone, U>` has a field of the type `Vec<T>`, returns `T: Clone` for `Vec<T>`.
///
/// For `Vec<T>`, omits every bound with another generic parameter, such as `T: From<U>`.
pub(super) fn mentioned_by(ty: &Type, generics: &Generics) -> Generics {
    let (mentioned, others): (Vec<_>, Vec<_>) =
        generics.params.iter().cloned().partition(|parameter| mentions(ty, name(parameter)));
    let is_about_others =
        |tokens: &dyn ToTokens| others.iter().any(|other| mentions(&tokens.to_token_stream(), name(other)));
    let mut filtered = Generics { params: mentioned.into_iter().collect(), ..generics.clone() };
    strip_defaults(&mut filtered);
    for parameter in &mut filtered.params {
        if let GenericParam::Type(parameter) = parameter {
            parameter.bounds =
                parameter.bounds.iter().filter(|bound| !is_about_others(bound)).cloned().collect();
        }
    }
    if let Some(clause) = &mut filtered.where_clause {
        clause.predicates =
            clause.predicates.iter().filter(|predicate| !is_about_others(predicate)).cloned().collect();
    }
    filtered
}

/// Checks whether two syntax nodes have the same tokens.
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

/// Removes the defaults of generic parameters, because defaults are not allowed in impls.
fn strip_defaults(generics: &mut Generics) {
    for parameter in &mut generics.params {
        match parameter {
            GenericParam::Type(parameter) => parameter.default = None,
            GenericParam::Const(parameter) => parameter.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
}
