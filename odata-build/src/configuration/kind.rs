//! The kinds of configuration options, such as flags (`strict = true`) and lists of patterns (`types = ['clinic.*']`).

use odata_core::metadata::KeyAccess;

use super::change::{Change, SetAccess, SetPair, SetValue, Switch};

/// The kind of a configuration option, which determines the syntax of its values. Most variants contain a function
/// pointer that calls a [`Generator`](crate::Generator) method with a value of the option, such as `types` with the
/// pattern `clinic.*`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// A flag, whose value is `true` or `false`.
    Flag(Switch),
    /// An option whose values are patterns such as `clinic.*`.
    Values(SetValue),
    /// An option whose values have the syntax `NAME=VALUE`.
    Pairs(SetPair),
    /// An option whose values have the syntax `[PATTERN=]VALUE`. A value without a pattern applies to all types.
    PatternsAndValues(SetPair),
    /// An option whose values have the syntax `PATTERN=ACCESS`, such as `clinic.*=computed`.
    Accesses(SetAccess),
    /// The option `unset`, whose values are names of other options.
    Unset,
    /// The option `preset`, whose value is the name of a built-in configuration such as `graph`.
    #[cfg(feature = "config")]
    Preset,
}

impl Kind {
    pub(super) const fn is_flag(self) -> bool {
        matches!(self, Self::Flag(_))
    }

    /// Checks whether the values of the option are pairs such as `NAME=VALUE`. In a configuration file, pairs can also be written as a
    /// TOML table: `{ NAME = "VALUE" }`.
    pub(super) const fn is_pair(self) -> bool {
        matches!(self, Self::Pairs(_) | Self::PatternsAndValues(_) | Self::Accesses(_))
    }

    /// Parses a value of the option in the syntax of the command line, such as `clinic.*=computed`.
    pub(super) fn parse(self, text: &str) -> Result<Change, String> {
        match self {
            Self::Flag(_) => Err("expected `true` or `false`".to_owned()),
            Self::Values(set) => Ok(Change::Value(set, text.to_owned())),
            Self::Pairs(_) => {
                let (name, value) = text.split_once('=').ok_or("expected `NAME=VALUE`")?;
                self.pair(name, value)
            }
            Self::PatternsAndValues(_) => {
                let (pattern, value) = text.split_once('=').unwrap_or(("*", text));
                self.pair(pattern, value)
            }
            Self::Accesses(_) => {
                let (pattern, access) = text.rsplit_once('=').ok_or("expected `PATTERN=ACCESS`")?;
                self.pair(pattern, access)
            }
            Self::Unset => Ok(Change::Unset(super::find(text)?.name())),
            #[cfg(feature = "config")]
            Self::Preset => super::preset::named(text).map(Change::Preset),
        }
    }

    /// Creates a [`Change`] from a name and a value, such as the pattern `clinic.*` and the access `computed`.
    pub(super) fn pair(self, name: &str, value: &str) -> Result<Change, String> {
        match self {
            Self::Pairs(set) | Self::PatternsAndValues(set) => {
                Ok(Change::Pair(set, name.to_owned(), value.to_owned()))
            }
            Self::Accesses(set) => Ok(Change::Access(set, name.to_owned(), access(value)?)),
            _ => Err("this option doesn't accept `NAME=VALUE` pairs".to_owned()),
        }
    }
}

fn access(text: &str) -> Result<KeyAccess, String> {
    match text {
        "computed" => Ok(KeyAccess::Computed),
        "optional" => Ok(KeyAccess::Optional),
        "required" => Ok(KeyAccess::Required),
        other => Err(format!("invalid key access `{other}`; expected `computed`, `optional` or `required`")),
    }
}
