//! Detection of derived types that are newer versions of their base type, such as `Chassis.v1_0_0.Chassis` with the
//! base type `Chassis.Chassis`.

use odata_core::metadata;

use crate::document::{last_segment, namespace_of};

/// Splits a namespace into the part before the version and the version: returns `Chassis` and `v1_0_0` for `Chassis.v1_0_0`. Returns `None`
/// if the last segment of the namespace isn't a version such as `v1_0_0` or `V2`.
pub(super) fn split_version(namespace: &str) -> Option<(&str, &str)> {
    namespace.rsplit_once('.').filter(|(_, last)| metadata::is_version(last))
}

/// Returns the version in the qualified name of a type: `v1_0_0` for `Chassis.v1_0_0.Chassis`.
pub(super) fn version_of(qualified_name: &str) -> Option<&str> {
    split_version(namespace_of(qualified_name)).map(|(_, version)| version)
}

/// Returns the numbers in the version of a type, as a sort key that orders `v1_10_0` after `v1_9_0`.
pub(super) fn version_number(qualified_name: &str) -> Vec<u64> {
    let version = version_of(qualified_name).unwrap_or_default();
    version
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect()
}

/// Checks whether a derived type is a newer version of its base type, which means that their qualified names differ only in the version.
pub(super) fn is_version(derived: &str, base: &str) -> bool {
    let unversioned = |name| {
        let namespace = namespace_of(name);
        (split_version(namespace).map_or(namespace, |(before, _)| before), last_segment(name))
    };
    version_of(derived).is_some() && unversioned(derived) == unversioned(base)
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn version_differs_from_its_base_type_in_the_version_only() {
        for (derived, base, expected) in [
            ("Chassis.v1_0_0.Chassis", "Chassis.Chassis", true),
            ("Chassis.v1_1_0.Chassis", "Chassis.v1_0_0.Chassis", true),
            ("contoso.V2.order", "contoso.V1.order", true),
            ("Chassis.Chassis", "Chassis.v1_0_0.Chassis", false),
            ("Chassis.v1_0_0.Links", "Resource.Links", false),
            ("Chassis.v1_0_0.Rack", "Chassis.v1_0_0.Chassis", false),
            ("Chassis.vendor.Chassis", "Chassis.Chassis", false),
            ("Chassis.v.Chassis", "Chassis.Chassis", false),
        ] {
            assert_eq!(is_version(derived, base), expected, "{derived} {base}");
        }
    }
}
