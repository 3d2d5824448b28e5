//! Which keys have a meaning where.

use crate::attr::Entry;
use crate::errors::Errors;
use crate::nearest::nearest;

/// Something that an attribute can stand on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A struct that is an entity or complex type.
    Structure,
    /// A property, or the base, of such a struct.
    Field,
    /// An enum of types: a polymorphic value.
    Polymorphic,
    /// A variant of such an enum.
    Type,
    /// An enum of members.
    Enumeration,
    /// A variant of such an enum.
    Member,
}

impl Place {
    const ALL: [Self; 6] =
        [Self::Structure, Self::Field, Self::Polymorphic, Self::Type, Self::Enumeration, Self::Member];

    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Structure => &[
                "namespace",
                "alias",
                "name",
                "key",
                "abstract",
                "any_version",
                "tag",
                "rename_all",
                "deny_unknown",
                "crate",
            ],
            Self::Field => &[
                "name",
                "base",
                "key",
                "computed",
                "dependent",
                "immutable",
                "navigation",
                "contained",
                "extra",
                "with",
                "default",
                "skip",
            ],
            Self::Polymorphic => &["namespace", "name", "no_accessors", "crate"],
            Self::Type => &["base"],
            Self::Enumeration => &["namespace", "name", "rename_all", "flags", "crate"],
            Self::Member => &["name", "sentinel", "unknown"],
        }
    }

    const fn described(self) -> &'static str {
        match self {
            Self::Structure => "a struct",
            Self::Field => "a field",
            Self::Polymorphic => "an enum of types",
            Self::Type => "a variant of an enum of types",
            Self::Enumeration => "an enum of members",
            Self::Member => "a member",
        }
    }

    /// What other libraries and the standard call it.
    fn known_elsewhere(self, key: &str) -> Option<&'static str> {
        const NAMES: [(&str, &str); 8] = [
            ("rename", "name"),
            ("flatten", "base"),
            ("extends", "base"),
            ("nav", "navigation"),
            ("readonly", "computed"),
            ("read_only", "computed"),
            ("deny_unknown_fields", "deny_unknown"),
            ("other", "unknown"),
        ];
        let (_, name) = NAMES.iter().find(|(other, name)| *other == key && self.keys().contains(name))?;
        Some(name)
    }

    /// Whether the key has a meaning here; if not, says where it has, or what may have been meant.
    pub(super) fn takes(self, entry: &Entry, errors: &Errors) -> bool {
        let key = entry.key.as_str();
        if self.keys().contains(&key) {
            return true;
        }
        let elsewhere: Vec<_> = Self::ALL
            .iter()
            .filter(|place| place.keys().contains(&key))
            .map(|place| place.described())
            .collect();
        if elsewhere.is_empty() {
            let help = match nearest(key, self.keys()).or_else(|| self.known_elsewhere(key)) {
                Some(near) => format!("did you mean `{near}`?"),
                None if matches!(key, "nullable" | "required" | "not_null" | "optional") => {
                    String::from("the type says it: an `Option<_>` may be null or absent")
                }
                None => format!("{} takes {}", self.described(), listed(self.keys())),
            };
            errors.at(entry.span, format!("unknown attribute `{key}`"), help);
        } else {
            errors.at(
                entry.span,
                format!("`{key}` has no meaning on {}", self.described()),
                format!("it belongs on {}", elsewhere.join(" or ")),
            );
        }
        false
    }
}

fn listed(keys: &[&str]) -> String {
    let quoted: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::from("no attribute"),
    }
}
