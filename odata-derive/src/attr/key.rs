//! The keys of `#[odata(…)]`, such as `name`, that are allowed on each [`Target`].

use crate::attr::Entry;
use crate::errors::Errors;
use crate::nearest::nearest;

/// The part of the source code to which an `#[odata(…)]` attribute applies, such as a struct or a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// A struct: an entity type or a complex type.
    Structure,
    /// A field of an entity type or a complex type.
    Field,
    /// A polymorphic enum.
    Polymorphic,
    /// A variant of a polymorphic enum, such as `Guest(Guest)`.
    Type,
    /// An enumeration.
    Enumeration,
    /// A variant of an enumeration.
    Member,
    /// An action or function: a struct that derives `ODataAction` or `ODataFunction`.
    Operation,
    /// A parameter of an action or function: a field of a struct that derives `ODataAction` or `ODataFunction`.
    Parameter,
    /// An entity container: a struct that derives `ODataContainer`.
    Container,
    /// A field of an entity container.
    ContainerMember,
}

impl Target {
    const ALL: [Self; 10] = [
        Self::Structure,
        Self::Field,
        Self::Polymorphic,
        Self::Type,
        Self::Enumeration,
        Self::Member,
        Self::Operation,
        Self::Parameter,
        Self::Container,
        Self::ContainerMember,
    ];

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
            Self::Operation => {
                &["namespace", "name", "binding", "returns", "import", "composable", "rename_all", "crate"]
            }
            Self::Parameter => &["name", "optional"],
            Self::Container => &["namespace", "name", "rename_all", "crate"],
            Self::ContainerMember => &["name"],
        }
    }

    /// Returns a description of the target, such as `a field`, for use in error messages.
    const fn description(self) -> &'static str {
        match self {
            Self::Structure => "an entity or complex type",
            Self::Field => "a field",
            Self::Polymorphic => "a polymorphic enum",
            Self::Type => "a variant of a polymorphic enum",
            Self::Enumeration => "an enumeration",
            Self::Member => "a member of an enumeration",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter of an operation",
            Self::Container => "an entity container",
            Self::ContainerMember => "a member of an entity container",
        }
    }

    /// Returns the `#[odata(…)]` key that the error message suggests for an unknown key, such as `name` for serde's
    /// `rename`. Returns `None` if there is no suggestion, or if the suggested key isn't allowed on this target. For
    /// example, returns `None` for `rename` on a variant of a polymorphic enum, because `name` isn't allowed on the
    /// variant.
    fn synonym(self, key: &str) -> Option<&'static str> {
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

    /// Checks whether an attribute key, such as `navigation`, is allowed on this target. If the key isn't allowed on
    /// this target, returns `false` and reports an error. The error message lists the targets on which the key is
    /// allowed, or suggests a key with a similar name.
    pub(super) fn allows(self, entry: &Entry, errors: &Errors) -> bool {
        let key = entry.key.as_str();
        if self.keys().contains(&key) {
            return true;
        }
        let elsewhere: Vec<_> = Self::ALL
            .iter()
            .filter(|target| target.keys().contains(&key))
            .map(|target| target.description())
            .collect();
        if elsewhere.is_empty() {
            let fix = match nearest(key, self.keys()).or_else(|| self.synonym(key)) {
                Some(near) => format!("did you mean `{near}`?"),
                None if matches!(key, "nullable" | "required" | "not_null" | "optional") => {
                    String::from("a property is nullable if the type of its field is an `Option`")
                }
                None => {
                    format!("{} supports {}", self.description(), joined_in_backticks(self.keys(), "and"))
                }
            };
            errors.at(entry.span, format!("unknown attribute `{key}`: {fix}"), "");
        } else {
            errors.at(
                entry.span,
                format!(
                    "`{key}` is not allowed on {}, only on {}",
                    self.description(),
                    joined(&elsewhere, "or")
                ),
                "",
            );
        }
        false
    }
}

/// Joins words with commas and a conjunction: `a, b or c`.
pub(crate) fn joined(words: &[impl AsRef<str>], conjunction: &str) -> String {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} {conjunction} {last}", others.join(", ")),
        _ => words.concat(),
    }
}

/// Quotes words with backticks and joins them: `` `a`, `b` or `c` ``.
pub(crate) fn joined_in_backticks(words: &[&str], conjunction: &str) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    joined(&quoted, conjunction)
}
