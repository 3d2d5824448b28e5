//! Detection of types that contain themselves. A field that would make a struct contain itself needs a `Box`.

use std::collections::{HashMap, HashSet};

use super::selection::Selection;
use crate::document::Property;

/// A map from each type to the types that its struct contains directly: the base type, and the types of properties without a `Box` or a
/// `Vec`. All types are identified by their qualified names.
#[derive(Debug, Default)]
pub(super) struct Containment<'d>(HashMap<&'d str, Vec<&'d str>>);

impl<'d> Containment<'d> {
    /// Finds the types that each generated struct contains directly, without a `Box` or a `Vec`. A polymorphic enum
    /// stores its values in a `Box`, so a struct doesn't directly contain the type of a property that is generated as a
    /// polymorphic enum.
    pub(super) fn of(selection: &Selection<'d>, is_polymorphic: impl Fn(&str) -> bool) -> Self {
        let contained = selection.structured_types.iter().map(|(name, structured)| {
            let properties = structured.properties.iter().filter(|property| is_by_value(property));
            let properties =
                properties.map(|property| &*property.value_type.name).filter(|name| !is_polymorphic(name));
            (*name, structured.base.as_deref().into_iter().chain(properties).collect())
        });
        Self(contained.collect())
    }

    /// Checks whether a property needs a `Box`, because the struct `owner` would contain itself if it had a field of
    /// the type `contained`.
    pub(super) fn is_circular(&self, owner: &str, contained: &str) -> bool {
        let mut seen = HashSet::new();
        let mut names = vec![contained];
        while let Some(name) = names.pop() {
            if name == owner {
                return true;
            }
            if seen.insert(name) {
                names.extend(self.0.get(name).into_iter().flatten());
            }
        }
        false
    }
}

/// Checks whether the field of a property contains the property's value directly, without a `Vec` or a `Box`.
fn is_by_value(property: &Property) -> bool {
    !property.is_navigation && !property.value_type.is_collection
}
