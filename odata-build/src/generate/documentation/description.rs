//! The first paragraphs of a doc comment: the description of a type, property or member from annotations such as
//! `Core.Description`.

use crate::document::{Annotation, Annotations};
use crate::generate::doc_text::one_line;

/// The terms of annotations, such as `Common.v1.Label`, that are used as the description of an element without a
/// `Core.Description` annotation.
///
/// The terms in `LABELS` have no prefix such as `com.sap.vocabularies`, because the prefix depends on the service.
const LABELS: [&str; 5] = [
    "Common.v1.Label",
    "Common.Label",
    "Display.V1.DisplayName",
    "Display.DisplayName",
    "Common.v1.QuickInfo",
];

/// Returns the paragraphs of a description: first the short description (`Core.Description`), then the long description
/// (`Core.LongDescription`).
pub(super) fn paragraphs(annotations: &Annotations) -> Vec<String> {
    let description = annotations.description.as_deref().filter(|text| !text.trim().is_empty());
    let texts = [description.or_else(|| label(annotations)), annotations.long_description.as_deref()];
    let paragraphs = texts.into_iter().flatten().flat_map(|text| text.split("\n\n"));
    paragraphs.map(one_line).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// Returns the label of an element: the value of an annotation with a term such as
/// `com.sap.vocabularies.Common.v1.Label`.
fn label(annotations: &Annotations) -> Option<&str> {
    LABELS.iter().find_map(|label| {
        let annotation = annotations.others.iter().find(|annotation| has_term(annotation, label))?;
        annotation.value.string().filter(|text| !text.trim().is_empty())
    })
}

fn has_term(annotation: &Annotation, ending: &str) -> bool {
    let before = annotation.term.strip_suffix(ending);
    annotation.qualifier.is_none() && before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
}
