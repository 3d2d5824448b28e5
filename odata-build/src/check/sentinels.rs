//! Comparison of the sentinel member of an enumeration in the model with the CSDL document.

use core::cmp::Ordering;

use odata_core::metadata::EnumerationType;

use super::findings::Location;
use crate::document::{self, UNKNOWN_FUTURE_VALUE};

/// The position and the name of an enumeration's sentinel member in the document (`there`) and in the model (`here`).
/// The sentinel is a member such as `unknownFutureValue`: a service returns members that are declared after the
/// sentinel only if the request has the header `Prefer: include-unknown-enum-members`.
pub(super) struct Sentinels<'n> {
    there: Option<(usize, &'n str)>,
    here: Option<(usize, &'n str)>,
}

impl<'n> Sentinels<'n> {
    /// Finds the sentinel member of an enumeration in the document and in the model. CSDL can't mark a member as the
    /// sentinel, so the sentinel in the document is found by its name: `unknownFutureValue`. If the enumeration has no
    /// member `unknownFutureValue`, the name of the model's sentinel is used to find the sentinel in the document.
    pub(super) fn of(documented: &'n document::EnumerationType, model: &EnumerationType) -> Self {
        let here = model.sentinel().and_then(|here| Some((here, model.members().get(here)?.name())));
        let named = |name| Some((documented.position(name)?, name));
        let there = named(UNKNOWN_FUTURE_VALUE).or_else(|| named(here?.1));
        Self { there, here }
    }

    /// Reports a sentinel member, such as `unknownFutureValue`, that is missing in the document or in the model, or
    /// that has a different name in the model.
    pub(super) fn check(&self, location: &mut Location<'_>) {
        match (self.there, self.here) {
            (None, Some((_, here))) => {
                location.inside(here).contradiction("the sentinel in the model, not in the document");
            }
            (Some((_, there)), None) => {
                location.inside(there).contradiction("the sentinel in the document, not in the model");
            }
            (Some((_, there)), Some((_, here))) if there != here => {
                let message = format!("the sentinel is `{there}` in the document, `{here}` in the model");
                location.contradiction(message);
            }
            _ => {}
        }
    }

    /// Checks whether the model's member at the position `here` is a sentinel that the document doesn't declare. A
    /// missing sentinel is reported by [`Self::check`].
    pub(super) fn is_missing(&self, here: usize) -> bool {
        self.there.is_none() && self.here.is_some_and(|(sentinel, _)| here == sentinel)
    }

    /// Returns `Less` if the document declares an enumeration member before the sentinel `unknownFutureValue`,
    /// `Greater` if the document declares the member after the sentinel, and `None` if the enumeration has no sentinel.
    pub(super) fn order_in_document(&self, there: usize) -> Option<Ordering> {
        Some(there.cmp(&self.there?.0))
    }

    /// Reports an enumeration member that is before the sentinel `unknownFutureValue` in the document, but after the
    /// sentinel in the model, or the other way around.
    ///
    /// If the order in the model is wrong, a client may omit the header `Prefer: include-unknown-enum-members`, because
    /// a client sends this header only if the model declares a member after the sentinel.
    pub(super) fn check_order(&self, there: usize, here: usize, location: &mut Location<'_>) {
        let (Some((of_document, name)), Some((of_model, same))) = (self.there, self.here) else { return };
        if name != same {
            return;
        }
        match (there.cmp(&of_document), here.cmp(&of_model)) {
            (Ordering::Greater, Ordering::Less) => {
                location.contradiction("after the sentinel in the document, before it in the model");
            }
            (Ordering::Less, Ordering::Greater) => {
                location.contradiction("before the sentinel in the document, after it in the model");
            }
            _ => {}
        }
    }
}
