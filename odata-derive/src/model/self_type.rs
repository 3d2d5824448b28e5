//! `Self` in the type of a field or in a where clause.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{DeriveInput, GenericArgument, Generics, Ident, PathArguments, Type};

/// The type with the item's name in the place of `Self`: an expansion uses it in items where `Self` is another type.
pub(super) fn spelled_out(ty: &Type, input: &DeriveInput) -> Type {
    if is_without_self(ty) {
        return ty.clone();
    }
    let (ident, (_, ty_generics, _)) = (&input.ident, input.generics.split_for_impl());
    let item = quote!(#ident #ty_generics);
    syn::parse2(replace(ty.to_token_stream(), &item)).unwrap_or_else(|_| ty.clone())
}

/// Whether it is a path like `Option<Vec<String>>`, as most are, and none of its names is `Self`.
fn is_without_self(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let is_type_without_self =
        |argument: &GenericArgument| matches!(argument, GenericArgument::Type(ty) if is_without_self(ty));
    path.qself.is_none()
        && path.path.segments.iter().all(|segment| match &segment.arguments {
            _ if segment.ident == "Self" => false,
            PathArguments::None => true,
            PathArguments::AngleBracketed(arguments) => arguments.args.iter().all(is_type_without_self),
            PathArguments::Parenthesized(_) => false,
        })
}

/// The parameters with the item's name in the place of `Self` in their where clause.
pub(super) fn spelled_out_in(generics: &Generics, ident: &Ident) -> Generics {
    let (_, ty_generics, _) = generics.split_for_impl();
    let item = quote!(#ident #ty_generics);
    let mut spelled_out = generics.clone();
    if let Some(clause) = &mut spelled_out.where_clause {
        *clause = syn::parse2(replace(clause.to_token_stream(), &item)).unwrap_or_else(|_| clause.clone());
    }
    spelled_out
}

fn replace(tokens: TokenStream, item: &TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => item.clone(),
            TokenTree::Group(group) => {
                let mut replaced = Group::new(group.delimiter(), replace(group.stream(), item));
                replaced.set_span(group.span());
                TokenTree::Group(replaced).into()
            }
            token => token.into(),
        })
        .collect()
}
