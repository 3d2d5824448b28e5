//! Types with versions in their namespaces, such as `Chassis.v1_5_0.Chassis`.

use super::StructuredType;

impl StructuredType {
    /// Makes the type match all of its versions. For example, `@odata.type` may be `#Chassis.v1_5_0.Chassis` for the type
    /// `Chassis.Chassis`. The name is preserved.
    #[must_use]
    pub const fn with_any_version(self) -> Self {
        Self { has_any_version: true, ..self }
    }

    /// Checks whether values may be of another version of the type.
    #[must_use]
    pub const fn has_any_version(&self) -> bool {
        self.has_any_version
    }
}

/// Returns the segments of a qualified name without the version before the last segment.
pub(super) fn without_version(qualified_name: &str) -> impl Iterator<Item = &str> {
    let (namespace, name) = qualified_name.rsplit_once('.').unwrap_or(("", qualified_name));
    let (before, last) = namespace.rsplit_once('.').unwrap_or(("", namespace));
    let namespace = if is_version(last) { before } else { namespace };
    [namespace, name].into_iter()
}

/// Checks whether a segment of a namespace is a version, such as `v1_5_0` or `V2`. odata-build merges the versions that this function
/// recognizes.
#[doc(hidden)]
#[must_use]
pub fn is_version(segment: &str) -> bool {
    segment.strip_prefix(['v', 'V']).is_some_and(|number| {
        number.starts_with(|character: char| character.is_ascii_digit())
            && number.bytes().all(|byte| byte == b'_' || byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_version_differs_only_in_version() {
        const PLAIN: StructuredType = StructuredType::entity("#Chassis.Chassis");
        const CHASSIS: StructuredType = PLAIN.with_any_version();
        for (name, expected) in [
            ("Chassis.v1_5_0.Chassis", true),
            ("Chassis.V2.Chassis", true),
            ("Chassis.Chassis", false),
            ("Chassis.v1_5_0.Links", false),
            ("Chassis.vendor.Chassis", false),
            ("Other.v1_5_0.Chassis", false),
            ("Chassis.v.Chassis", false),
            ("v1_5_0.Chassis", false),
            ("Chassis", false),
        ] {
            assert_eq!(CHASSIS.is_other_version(name), expected, "{name}");
        }
        assert!(!PLAIN.is_other_version("Chassis.v1_5_0.Chassis"));
    }
}
