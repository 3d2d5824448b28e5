//! Which properties need a `Box`: those through which a type would contain itself.

use std::collections::{HashMap, HashSet};

use super::plan::Plan;
use crate::document::Property;

/// What a type holds by value: its base type, and the complex types of its properties.
#[derive(Debug, Default)]
pub(super) struct Containment<'d>(HashMap<&'d str, Vec<&'d str>>);

impl<'d> Containment<'d> {
    pub(super) fn of(plan: &Plan<'d>) -> Self {
        let held = plan.selection.structured_types.iter().map(|(name, structured)| {
            let properties = structured.properties.iter().filter(|property| is_held(plan, property));
            let properties = properties.map(|property| &*property.value_type.name);
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

/// Neither in a vector nor behind a box already: a polymorphic value has boxes itself, and a navigation property gets one.
fn is_held(plan: &Plan<'_>, property: &Property) -> bool {
    let name = property.value_type.name.as_str();
    !property.is_navigation && !property.value_type.is_collection && !plan.is_polymorphic(name)
}
