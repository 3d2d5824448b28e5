//! Replacement of `Self` in field types and where clauses.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{DeriveInput, GenericArgument, Generics, Ident, PathArguments, Type};

/// Replaces `Self` in the type of a field with the name of the struct or enum. For example, `Option<Box<Self>>` in the
/// struct `Node` becomes `Option<Box<Node>>`. A derive macro may copy the type of a field into an impl for a generated
/// helper struct, in which `Self` would be the helper struct.
pub(super) fn resolve(ty: &Type, input: &DeriveInput) -> Type {
    if certainly_lacks_self(ty) {
        return ty.clone();
    }
    let (ident, (_, ty_generics, _)) = (&input.ident, input.generics.split_for_impl());
    let item = quote!(#ident #ty_generics);
    syn::parse2(replace(ty.to_token_stream(), &item)).unwrap_or_else(|_| ty.clone())
}

/// Checks whether a type is a path without `Self`, such as `Option<Vec<String>>`. Used to skip the slow replacement of `Self` for most
/// types.
fn certainly_lacks_self(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let is_type_without_self = |argument: &GenericArgument| matches!(argument, GenericArgument::Type(ty) if certainly_lacks_self(ty));
    path.qself.is_none()
        && path.path.segments.iter().all(|segment| match &segment.arguments {
            _ if segment.ident == "Self" => false,
            PathArguments::None => true,
            PathArguments::AngleBracketed(arguments) => arguments.args.iter().all(is_type_without_self),
            PathArguments::Parenthesized(_) => false,
        })
}

/// Replaces `Self` in the where clause of an item with the item's name.
pub(super) fn resolve_in_where_clause(generics: &Generics, ident: &Ident) -> Generics {
    let (_, ty_generics, _) = generics.split_for_impl();
    let item = quote!(#ident #ty_generics);
    let mut resolved = generics.clone();
    if let Some(clause) = &mut resolved.where_clause {
        *clause = syn::parse2(replace(clause.to_token_stream(), &item)).unwrap_or_else(|_| clause.clone());
    }
    resolved
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
