//! Comparison of the sentinel members of evolvable enumerations.

use core::cmp::Ordering;

use odata_core::metadata::EnumerationType;

use super::findings::Place;
use crate::document::{self, UNKNOWN_FUTURE_VALUE};

/// The sentinel members of the document (`there`) and the model (`here`): their positions and names.
pub(super) struct Sentinels<'n> {
    there: Option<(usize, &'n str)>,
    here: Option<(usize, &'n str)>,
}

impl<'n> Sentinels<'n> {
    /// Finds the sentinels. In the document, it is the member with the name that Microsoft Graph uses, or else with the name of the model's
    /// sentinel.
    pub(super) fn of(documented: &'n document::EnumerationType, model: &EnumerationType) -> Self {
        let here = model.sentinel().and_then(|here| Some((here, model.members().get(here)?.name())));
        let named = |name| Some((documented.position(name)?, name));
        let there = named(UNKNOWN_FUTURE_VALUE).or_else(|| named(here?.1));
        Self { there, here }
    }

    /// Compares the sentinels.
    pub(super) fn check(&self, place: &mut Place<'_>) {
        match (self.there, self.here) {
            (None, Some((_, here))) => {
                place.inside(here).contradiction("the sentinel in the model, not in the document");
            }
            (Some((_, there)), None) => {
                place.inside(there).contradiction("the sentinel in the document, not in the model");
            }
            (Some((_, there)), Some((_, here))) if there != here => {
                let message =
                    format_args!("the sentinel is `{there}` in the document, `{here}` in the model");
                place.contradiction(message);
            }
            _ => {}
        }
    }

    /// Checks whether a member of the model is the sentinel and the document has no sentinel. [`Self::check`] adds a finding about it.
    pub(super) fn is_missing(&self, here: usize) -> bool {
        self.there.is_none() && self.here.is_some_and(|(sentinel, _)| here == sentinel)
    }

    /// Compares the position of a member with the position of the sentinel in the document.
    pub(super) fn order_in_document(&self, there: usize) -> Option<Ordering> {
        Some(there.cmp(&self.there?.0))
    }

    /// Compares whether a member is declared before or after the sentinel. A service only returns members after the sentinel if the request
    /// has `Prefer: include-unknown-enum-members`, which isn't sent for a model that declares them before the sentinel.
    pub(super) fn check_order(&self, there: usize, here: usize, place: &mut Place<'_>) {
        let (Some((of_document, name)), Some((of_model, same))) = (self.there, self.here) else { return };
        if name != same {
            return;
        }
        match (there.cmp(&of_document), here.cmp(&of_model)) {
            (Ordering::Greater, Ordering::Less) => {
                place.contradiction("after the sentinel in the document, before it in the model");
            }
            (Ordering::Less, Ordering::Greater) => {
                place.contradiction("before the sentinel in the document, after it in the model");
            }
            _ => {}
        }
    }
}
