//! What is the same for both formats: aliases are resolved, and annotations by target come to their elements.

use crate::Document;
use crate::document::{Aliases, Remarks, TargetAnnotations};

/// A document as its format has it: names with aliases, and annotations apart from what they annotate.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) document: Document,
    pub(super) aliases: Aliases,
    /// What is annotated by target, `microsoft.graph.user/displayName`, in document order.
    pub(super) targets: Vec<(String, Remarks)>,
}

impl Parts {
    pub(super) fn assemble(self) -> Document {
        let Self { mut document, aliases, targets } = self;
        document.for_each_type_name(&|name| *name = aliases.resolve(name));
        let targets = targets.into_iter();
        document.annotations = targets
            .map(|(target, remarks)| TargetAnnotations { target: aliases.resolve_target(&target), remarks })
            .collect();
        document.apply_annotations();
        document
    }
}
