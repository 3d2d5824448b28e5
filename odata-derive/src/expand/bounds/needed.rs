//! Which types a field's type needs to be OData values, when it mentions parameters.
//!
//! `Option<Vec<T>>` needs `T` to be one, `Option<T::Item>` needs `T::Item`. `Json<Vec<T>>` is one for quite other reasons,
//! so it is asked for as a whole. The type of the field as a whole is not: `Option<Box<Node<T>>>: ODataValue` inside the
//! impl for `Node<T>` would ask for itself.

use crate::model::mentions;
use syn::{GenericArgument, Ident, Path, PathArguments, Type};

/// The types that need the bound, among the parts of `ty`.
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
            let begins = path.path.segments.first();
            let is_of_parameter = begins
                .is_some_and(|first| path.path.leading_colon.is_none() && parameters.contains(&first.ident));
            if path.qself.is_some() || is_of_parameter || ends_in(&path.path, "Json") {
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
