//! Doc comment sentences about the restrictions of an entity set or a singleton. The document contains the restrictions in annotations with
//! terms of the vocabulary `Org.OData.Capabilities.V1`.

use crate::document::{Annotations, Expression};
use crate::generate::doc_text::{code, enumerated};

/// The annotations that restrict create, update and delete requests. For example, if `Insertable` in the annotation
/// `InsertRestrictions` is `false`, the doc comment contains the sentence "Entities can't be created."
const CHANGES: [(&str, &str, &str); 3] = [
    ("InsertRestrictions", "Insertable", "created"),
    ("UpdateRestrictions", "Updatable", "updated"),
    ("DeleteRestrictions", "Deletable", "deleted"),
];

/// The query options that annotations can restrict, such as `$filter`, which `FilterRestrictions` restricts. If
/// `Filterable` in the annotation `FilterRestrictions` is `false`, the service doesn't support `$filter`.
/// `NonFilterableProperties` in the annotation `FilterRestrictions` lists the property paths that can't be used in
/// `$filter`.
const OPTIONS: [(&str, &str, &str, &str); 6] = [
    ("$filter", "FilterRestrictions", "Filterable", "NonFilterableProperties"),
    ("$orderby", "SortRestrictions", "Sortable", "NonSortableProperties"),
    ("$expand", "ExpandRestrictions", "Expandable", "NonExpandableProperties"),
    ("$search", "SearchRestrictions", "Searchable", ""),
    ("$count", "CountRestrictions", "Countable", "NonCountableProperties"),
    ("$select", "SelectSupport", "Supported", ""),
];

/// The query options `$top` and `$skip`, with the annotations that specify whether the service supports them. If
/// `TopSupported` is `false`, the service doesn't support `$top`.
const SUPPORTED: [(&str, &str); 2] = [("$top", "TopSupported"), ("$skip", "SkipSupported")];

/// Returns sentences about the requests and query options that an entity set or a singleton doesn't support.
pub(super) fn sentences(annotations: &Annotations, is_set: bool) -> Vec<String> {
    let requests = requests(annotations, if is_set { "Entities" } else { "It" });
    requests.into_iter().chain(unsupported(annotations)).chain(unsupported_paths(annotations)).collect()
}

fn requests(annotations: &Annotations, subject: &str) -> Option<String> {
    let changes = CHANGES.iter().filter(|(term, property, _)| is_excluded(annotations, term, property));
    let verbs = read(annotations).into_iter().chain(changes.map(|(_, _, verb)| *verb));
    let verbs: Vec<String> = verbs.map(str::to_owned).collect();
    (!verbs.is_empty()).then(|| format!("{subject} can't be {}.", enumerated(&verbs, "or")))
}

/// Returns the verb for the sentence "Entities can't be listed", "Entities can't be read" or "Entities can't be read by
/// key". "Entities can't be listed" means that clients can only read a single entity by its key. "Entities can't be
/// read by key" means that clients can only list the entity set. Returns `None` if the service supports all read
/// requests. For requests with a key, `ReadByKeyRestrictions` overrides `ReadRestrictions`.
fn read(annotations: &Annotations) -> Option<&'static str> {
    let by_key = value(annotations, "ReadRestrictions")
        .and_then(|record| record.property("ReadByKeyRestrictions")?.property("Readable"));
    let has_no_key = value(annotations, "IndexableByKey").is_some_and(Expression::is_false);
    match (is_excluded(annotations, "ReadRestrictions", "Readable"), by_key) {
        (true, Some(by_key)) if by_key.is_true() && !has_no_key => Some("listed"),
        (true, _) => Some("read"),
        (false, by_key) if has_no_key || by_key.is_some_and(Expression::is_false) => Some("read by key"),
        (false, _) => None,
    }
}

fn unsupported(annotations: &Annotations) -> Option<String> {
    let by_property =
        OPTIONS.iter().filter(|(_, term, property, _)| is_excluded(annotations, term, property));
    let by_term =
        SUPPORTED.iter().filter(|(_, term)| value(annotations, term).is_some_and(Expression::is_false));
    let options = by_property.map(|(option, ..)| option).chain(by_term.map(|(option, _)| option));
    let options: Vec<String> = options.map(|option| format!("`{option}`")).collect();
    let verb = if options.len() == 1 { "isn't" } else { "aren't" };
    (!options.is_empty()).then(|| format!("{} {verb} supported.", enumerated(&options, "and")))
}

/// Returns sentences about the properties that query options don't support, such as
/// `` `$filter` and `$orderby` don't support `a` or `b` ``.
fn unsupported_paths(annotations: &Annotations) -> Vec<String> {
    let mut groups: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for (option, term, property, paths) in OPTIONS {
        let Some(Expression::Collection(paths)) =
            value(annotations, term).and_then(|record| record.property(paths))
        else {
            continue;
        };
        let paths = paths.iter().filter_map(Expression::path).map(code);
        let paths: Vec<String> = paths.filter(|path| !path.is_empty()).collect();
        if paths.is_empty() || is_excluded(annotations, term, property) {
            continue;
        }
        match groups.iter_mut().find(|(_, other)| *other == paths) {
            Some((options, _)) => options.push(format!("`{option}`")),
            None => groups.push((vec![format!("`{option}`")], paths)),
        }
    }
    let sentence = |(options, paths): &(Vec<String>, Vec<String>)| {
        let verb = if options.len() == 1 { "doesn't" } else { "don't" };
        format!("{} {verb} support {}.", enumerated(options, "and"), enumerated(paths, "or"))
    };
    groups.iter().map(sentence).collect()
}

fn is_excluded(annotations: &Annotations, term: &str, property: &str) -> bool {
    let value = value(annotations, term).and_then(|record| record.property(property));
    value.is_some_and(Expression::is_false)
}

fn value<'d>(annotations: &'d Annotations, term: &str) -> Option<&'d Expression> {
    annotations.value_of(&format!("Org.OData.Capabilities.V1.{term}"))
}
