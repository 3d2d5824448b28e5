//! Search for the types that need an `ODataValue` bound in the impls of a generic struct. The bounds ensure that the types of all fields
//! implement `ODataValue`.
//!
//! For example, a field of the type `Option<Vec<T>>` needs the bound `T: ODataValue`, and a field of the type
//! `Option<T::Item>` needs the bound `T::Item: ODataValue`. For a field of the type `Json<Vec<T>>`, the bound
//! `T: ODataValue` would be too strict, because `Json` can contain any type that implements serde's traits. The field
//! needs the bound `Json<Vec<T>>: ODataValue` instead.
//!
//! A bound on the whole type of a field would be recursive for a struct that contains itself. For example, if `Node<T>`
//! has a field of the type `Option<Box<Node<T>>>`, the bound `Option<Box<Node<T>>>: ODataValue` in the impl for
//! `Node<T>` would be recursive.

use crate::model::mentions;
use syn::{GenericArgument, Ident, Path, PathArguments, Type};

/// Returns the types inside `ty` that need an `ODataValue` bound.
pub(super) fn types(ty: &Type, parameters: &[Ident]) -> Vec<Type> {
    let mut found = Vec::new();
    collect(ty, parameters, &mut found);
    found
}

fn collect(ty: &Type, parameters: &[Ident], found: &mut Vec<Type>) {
    if !parameters.iter().any(|parameter| mentions(ty, parameter)) {
        return;
    }
    match ty {
        Type::Path(path) => {
            let first = path.path.segments.first();
            let starts_with_parameter = first
                .is_some_and(|first| path.path.leading_colon.is_none() && parameters.contains(&first.ident));
            if path.qself.is_some() || starts_with_parameter || ends_in(&path.path, "Json") {
                found.push(ty.clone());
            } else if !ends_in(&path.path, "PhantomData") {
                arguments(&path.path).for_each(|argument| collect(argument, parameters, found));
            }
        }
        Type::Array(array) => collect(&array.elem, parameters, found),
        Type::Group(group) => collect(&group.elem, parameters, found),
        Type::Paren(paren) => collect(&paren.elem, parameters, found),
        Type::Reference(reference) => collect(&reference.elem, parameters, found),
        Type::Slice(slice) => collect(&slice.elem, parameters, found),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|element| collect(element, parameters, found)),
        _ => found.push(ty.clone()),
    }
}

fn ends_in(path: &Path, name: &str) -> bool {
    path.segments.last().is_some_and(|segment| segment.ident == name)
}

fn arguments(path: &Path) -> impl Iterator<Item = &Type> {
    let last = path.segments.last().map(|segment| &segment.arguments);
    let arguments = match last {
        Some(PathArguments::AngleBracketed(arguments)) => Some(&arguments.args),
        _ => None,
    };
    arguments.into_iter().flatten().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
