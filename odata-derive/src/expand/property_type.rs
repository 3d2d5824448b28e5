//! Spans of field types, which determine where the compiler reports that a type doesn't implement `ODataValue`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{PathArguments, Type, TypePath};

use crate::model::argument_of;

const CONTAINERS: [&str; 4] = ["Option", "Vec", "Box", "Related"];

/// Removes all `Option`, `Vec`, `Box` and `Related` around a type. For example, returns `u32` for `Option<Vec<u32>>`.
pub(super) fn innermost(ty: &Type) -> &Type {
    argument_of(ty, &CONTAINERS).map_or(ty, innermost)
}

/// Returns the type of a property with the span of the [`innermost`] type, so that compiler errors point to the
/// innermost type.
///
/// For example, if a property has the type `Option<u32>`, the compiler shows the error at `u32`, which doesn't implement `ODataValue`.
pub(super) fn at_innermost(ty: &Type) -> TokenStream {
    let mut spans = innermost(ty).to_token_stream().into_iter().map(|token| token.span());
    match spans.next() {
        Some(first) => located(ty, first, spans.last().unwrap_or(first)),
        None => ty.to_token_stream(),
    }
}

fn located(ty: &Type, first: Span, last: Span) -> TokenStream {
    let (Some(argument), Some(path)) = (argument_of(ty, &CONTAINERS), plain_path(ty)) else {
        return ty.to_token_stream();
    };
    let argument = located(argument, first, last);
    let leading = path.path.leading_colon.map(|_| quote_spanned!(first=> ::));
    let names = path.path.segments.iter().map(|segment| {
        let mut name = segment.ident.clone();
        name.set_span(name.span().located_at(first));
        name
    });
    let [open, close] = [quote_spanned!(first=> <), quote_spanned!(last=> >)];
    quote!(#leading #(#names)::* #open #argument #close)
}

/// Returns the path of a type such as `std::vec::Vec<T>`, in which only the last segment may have generic arguments.
/// Returns `None` for a type that isn't a path, such as `[T; 2]`, and for a path with generic arguments in an earlier
/// segment, such as `Page<T>::Item`.
fn plain_path(ty: &Type) -> Option<&TypePath> {
    match ty {
        Type::Group(group) => plain_path(&group.elem),
        Type::Path(path) => {
            let modules = path.path.segments.iter().rev().skip(1);
            let is_plain = path.qself.is_none()
                && modules.into_iter().all(|segment| matches!(segment.arguments, PathArguments::None));
            is_plain.then_some(path)
        }
        _ => None,
    }
}
