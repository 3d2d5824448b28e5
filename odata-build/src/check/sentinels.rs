//! Comparison of the sentinel member of an enumeration in the model with the CSDL document.

use core::cmp::Ordering;

use odata_core::metadata::EnumerationType;

use super::findings::Location;
use crate::document::{self, UNKNOWN_FUTURE_VALUE};

/// The sentinel member of an enumeration, such as `unknownFutureValue`: its position and name in the document (`there`)
/// and in the model (`here`).
pub(super) struct Sentinels<'n> {
    there: Option<(usize, &'n str)>,
    here: Option<(usize, &'n str)>,
}

impl<'n> Sentinels<'n> {
    /// Finds the sentinel member of an enumeration in the document and in the model. CSDL can't mark a member as the
    /// sentinel, so the sentinel of the document is found by its name, `unknownFutureValue`. If the document has no
    /// member `unknownFutureValue`, the name of the model's sentinel is used.
    pub(super) fn of(documented: &'n document::EnumerationType, model: &EnumerationType) -> Self {
        let here = model.sentinel().and_then(|here| Some((here, model.members().get(here)?.name())));
        let named = |name| Some((documented.position(name)?, name));
        let there = named(UNKNOWN_FUTURE_VALUE).or_else(|| named(here?.1));
        Self { there, here }
    }

    /// Reports a difference between the sentinels: only the document or only the model has a sentinel, or their names differ.
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

    /// Returns `true` if the model's member at the position `here` is the sentinel, and the document has no sentinel.
    /// [`Self::check`] already reports the missing sentinel, so the caller doesn't report it again.
    pub(super) fn is_missing(&self, here: usize) -> bool {
        self.there.is_none() && self.here.is_some_and(|(sentinel, _)| here == sentinel)
    }

    /// Returns whether the document declares a member before or after the sentinel, such as `unknownFutureValue`. The
    /// result is `Less` before the sentinel, and `Greater` after the sentinel. Returns `None` if the document has no
    /// sentinel.
    pub(super) fn order_in_document(&self, there: usize) -> Option<Ordering> {
        Some(there.cmp(&self.there?.0))
    }

    /// Reports a member that is declared before the sentinel in the document and after the sentinel in the model, or
    /// the other way around.
    ///
    /// A service returns a member that is declared after the sentinel only if the request has the header
    /// `Prefer: include-unknown-enum-members`. A client sends `Prefer: include-unknown-enum-members` only if the model
    /// declares members after the sentinel.
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
