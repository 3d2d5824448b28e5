//! Types whose namespace contains a version, such as `Chassis.v1_5_0.Chassis`.

use super::StructuredType;

impl StructuredType {
    /// Makes the type also match an `@odata.type` with another version in the namespace (`#[odata(any_version)]`).
    ///
    /// For example, an instance with the `@odata.type` `#Chassis.v1_5_0.Chassis` can be read as the type
    /// `Chassis.Chassis`. The [`Extra`](crate::Extra) field of the type, if there is one, stores an `@odata.type` with
    /// another version, such as `#Chassis.v1_5_0.Chassis`.
    #[must_use]
    pub const fn with_any_version(self) -> Self {
        Self { has_any_version: true, ..self }
    }

    /// Checks whether the type also matches an `@odata.type` with another version, such as `#Chassis.v1_5_0.Chassis`
    /// for `Chassis.Chassis` (`#[odata(any_version)]`).
    #[must_use]
    pub const fn has_any_version(&self) -> bool {
        self.has_any_version
    }
}

/// Returns the namespace without its version and the simple name of a qualified name: `Chassis` and `Links` for
/// `Chassis.v1_5_0.Links`.
pub(super) fn without_version(qualified_name: &str) -> impl Iterator<Item = &str> {
    let (namespace, name) = qualified_name.rsplit_once('.').unwrap_or(("", qualified_name));
    let (before, last) = namespace.rsplit_once('.').unwrap_or(("", namespace));
    let namespace = if is_version(last) { before } else { namespace };
    [namespace, name].into_iter()
}

/// Checks whether a segment of a namespace is a version, such as `v1_5_0` or `V2`.
///
/// With `--merge-versions`, odata-build merges the versions of a type into one type. odata-build uses this function to
/// find the versions of a type.
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
