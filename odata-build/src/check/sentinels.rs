//! The sentinels of evolvable enumerations.

use core::cmp::Ordering;

use odata_core::metadata::EnumerationType;

use super::findings::Place;
use crate::document::{self, UNKNOWN_FUTURE_VALUE};

/// The sentinels: their positions among the members, and their names.
pub(super) struct Sentinels<'n> {
    there: Option<(usize, &'n str)>,
    here: Option<(usize, &'n str)>,
}

impl<'n> Sentinels<'n> {
    /// The document's is the one by Graph's name, or else the one that the model calls so.
    pub(super) fn of(documented: &'n document::EnumerationType, model: &EnumerationType) -> Self {
        let here = model.sentinel().and_then(|here| Some((here, model.members().get(here)?.name())));
        let named = |name| Some((documented.position(name)?, name));
        let there = named(UNKNOWN_FUTURE_VALUE).or_else(|| named(here?.1));
        Self { there, here }
    }

    /// Whether they are the same member.
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

    /// Whether the model's member is the sentinel, and the document has none: that is [noted](Self::check) already.
    pub(super) fn is_missing(&self, here: usize) -> bool {
        self.there.is_none() && self.here.is_some_and(|(sentinel, _)| here == sentinel)
    }

    /// Where a member of the document stands, beside its sentinel.
    pub(super) fn side_in_document(&self, there: usize) -> Option<Ordering> {
        Some(there.cmp(&self.there?.0))
    }

    /// Members behind the sentinel come only when a request asks for them, and none does for a model that has them before it.
    pub(super) fn check_sides(&self, there: usize, here: usize, place: &mut Place<'_>) {
        let (Some((of_document, name)), Some((of_model, same))) = (self.there, self.here) else { return };
        if name != same {
            return;
        }
        match (there.cmp(&of_document), here.cmp(&of_model)) {
            (Ordering::Greater, Ordering::Less) => {
                place.contradiction("behind the sentinel in the document, before it in the model");
            }
            (Ordering::Less, Ordering::Greater) => {
                place.contradiction("before the sentinel in the document, behind it in the model");
            }
            _ => {}
        }
    }
}
