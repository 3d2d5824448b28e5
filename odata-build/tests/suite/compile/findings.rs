//! The findings of [`Check`](odata_build::Check) that are expected because of the options of a model.

use std::collections::BTreeSet;

use super::models::Model;

/// The reason why a model differs from its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// The element is invalid, and the generator returned a warning about the element.
    InvalidElement,
    /// The option `not-computed` makes the property writable.
    NotComputed,
    /// The option `types` or `exclude` omits the target type of a navigation property.
    OmittedType,
    /// The option `types` or `exclude` omits the operation or the member of an entity container.
    OmittedOperation,
    /// The option `exclude` or `map-type` replaces the complex type that contains a key property.
    ReplacedKey,
}

const REASONS: [Reason; 5] = [
    Reason::InvalidElement,
    Reason::NotComputed,
    Reason::OmittedType,
    Reason::OmittedOperation,
    Reason::ReplacedKey,
];

/// Checks the output of the compiled package: each model has a line with the numbers of its elements, and each finding has a [`Reason`].
#[track_caller]
pub(super) fn assert_expected(models: &[Model<'_>], output: &str) {
    let lines: Vec<Vec<&str>> = output.lines().map(|line| line.splitn(3, '\t').collect()).collect();
    let (mut unexpected, mut reasons) = (Vec::new(), BTreeSet::new());
    for model in models {
        let mut is_checked = false;
        for line in lines.iter().filter(|line| line[0] == model.name) {
            match (line[1], reason(model, line[1], line[2])) {
                ("counts", _) => is_checked = has_all(model, line[2]),
                (_, Some(reason)) => _ = reasons.insert(reason),
                (_, None) => unexpected.push(line.join(" ")),
            }
        }
        assert!(is_checked, "not all elements of `{}` were compared with its document", model.name);
    }
    assert!(unexpected.is_empty(), "unexpected findings:\n{}", unexpected.join("\n"));
    assert_eq!(Vec::from_iter(reasons), REASONS, "a reason doesn't occur");
}

/// Checks the numbers of the compared types, operations and entity containers.
fn has_all(model: &Model<'_>, counts: &str) -> bool {
    let counts: Vec<usize> = counts.split(' ').map(|count| count.parse().expect("a number")).collect();
    let operations = &model.operations;
    counts[0] >= model.types.len() && counts[1..] == [operations.count, operations.containers.len()]
}

fn reason(model: &Model<'_>, place: &str, finding: &str) -> Option<Reason> {
    let of_key = finding.contains("`: the key is `");
    let is_invalid = |element: &str| {
        element == place || of_key && element.split_once('/').is_some_and(|(owner, _)| owner == place)
    };
    if model.warnings.iter().any(|warning| is_invalid(warning.element())) {
        return Some(Reason::InvalidElement);
    }
    let document = &model.source.document;
    let values = |option: &str| model.options.values(option, document);
    if finding.ends_with("`: computed in the document, not in the model") {
        return values("not-computed").iter().any(|pattern| pattern == place).then_some(Reason::NotComputed);
    }
    if let Some((_, target)) = finding.split_once("`: not in the model, a navigation property to `") {
        let target = target.trim_start_matches("Collection(").split([')', '`']).next()?;
        let is_generated = model.types.iter().any(|(name, _)| name == target);
        let is_excluded = values("exclude").iter().any(|pattern| pattern == target);
        let is_omitted = is_excluded || !is_generated && !values("types").is_empty();
        return is_omitted.then_some(Reason::OmittedType);
    }
    let kinds = ["an entity set", "a singleton", "an action import", "a function import"];
    let is_member = kinds.iter().any(|kind| finding.contains(&format!("`: not in the model, {kind} of `")));
    if is_member || place.ends_with(')') && finding.ends_with("`: not in the model") {
        let is_partial = ["types", "exclude"].iter().any(|option| !values(option).is_empty());
        return is_partial.then_some(Reason::OmittedOperation);
    }
    let (_, path) = finding.split_once("`: the key has `")?;
    let (property, _) = path.split_once('/')?;
    let owner = document.structured_type(place)?;
    let complex = owner.properties.iter().find(|one| one.name == property)?;
    let replaced = [values("exclude"), values("map-type")].concat();
    let is_replaced = |value: &String| value.split('=').next() == Some(&complex.value_type.name);
    replaced.iter().any(is_replaced).then_some(Reason::ReplacedKey)
}
