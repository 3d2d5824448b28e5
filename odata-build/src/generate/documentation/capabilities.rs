//! Doc comment sentences about the restrictions of an entity set or a singleton. The document contains the restrictions in annotations with
//! terms of the vocabulary `Org.OData.Capabilities.V1`.

use crate::document::{Annotations, Expression};
use crate::generate::doc_text::{code, enumerated};

/// The annotations that restrict create, update and delete requests. Each row contains a term, a property of the annotation's value such as
/// `Insertable`, and a verb such as `created`. If the property is `false`, the generated sentence contains the verb, as in "Entities can't
/// be created."
const CHANGES: [(&str, &str, &str); 3] = [
    ("InsertRestrictions", "Insertable", "created"),
    ("UpdateRestrictions", "Updatable", "updated"),
    ("DeleteRestrictions", "Deletable", "deleted"),
];

/// The annotations that restrict query options. Each row contains a query option, a term, and the names of two properties of the
/// annotation's value. The first property, such as `Filterable`, is `false` if the query option isn't supported. The second property, such
/// as `NonFilterableProperties`, contains the paths that can't be used in the query option.
const OPTIONS: [(&str, &str, &str, &str); 6] = [
    ("$filter", "FilterRestrictions", "Filterable", "NonFilterableProperties"),
    ("$orderby", "SortRestrictions", "Sortable", "NonSortableProperties"),
    ("$expand", "ExpandRestrictions", "Expandable", "NonExpandableProperties"),
    ("$search", "SearchRestrictions", "Searchable", ""),
    ("$count", "CountRestrictions", "Countable", "NonCountableProperties"),
    ("$select", "SelectSupport", "Supported", ""),
];

/// The query options whose annotation has a Boolean value. Each row contains a query option and a term. An annotation with the value
/// `false` means that the query option isn't supported.
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

/// Returns `listed`, `read` or `read by key` if a service doesn't support these read requests. The returned string is used in a sentence
/// such as "Entities can't be listed." Returns `None` if all read requests are supported. For requests with a key, `ReadByKeyRestrictions`
/// overrides `ReadRestrictions`.
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

/// Returns a sentence such as `` `$filter` and `$orderby` don't support `a` or `b`. `` for each group of query options with the same
/// unsupported paths.
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
