//! Which properties need a `Box`: those through which a type would contain itself.

use std::collections::{HashMap, HashSet};

use super::selection::Selection;
use crate::document::Property;

/// What a type holds by value: its base type, and the complex types of its properties.
#[derive(Debug, Default)]
pub(super) struct Containment<'d>(HashMap<&'d str, Vec<&'d str>>);

impl<'d> Containment<'d> {
    /// Of the types of a model. A polymorphic value has boxes itself.
    pub(super) fn of(selection: &Selection<'d>, is_polymorphic: impl Fn(&str) -> bool) -> Self {
        let held = selection.structured_types.iter().map(|(name, structured)| {
            let properties = structured.properties.iter().filter(|property| is_held(property));
            let properties =
                properties.map(|property| &*property.value_type.name).filter(|name| !is_polymorphic(name));
            (*name, structured.base.as_deref().into_iter().chain(properties).collect())
        });
        Self(held.collect())
    }

    /// Whether a value of the type `held` may contain one of the type `holder`.
    pub(super) fn is_circular(&self, holder: &str, held: &str) -> bool {
        let mut seen = HashSet::new();
        let mut names = vec![held];
        while let Some(name) = names.pop() {
            if name == holder {
                return true;
            }
            if seen.insert(name) {
                names.extend(self.0.get(name).into_iter().flatten());
            }
        }
        false
    }
}

/// Neither in a vector nor behind the box of a navigation property.
fn is_held(property: &Property) -> bool {
    !property.is_navigation && !property.value_type.is_collection
}
