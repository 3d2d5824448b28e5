//! The kinds of option values.

use odata_core::metadata::KeyAccess;

use super::change::{Change, SetAccess, SetPair, SetValue, Switch};

/// The kind of an option's values, with the builder method that is called with each value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// `true` or `false`.
    Flag(Switch),
    /// `PATTERN`.
    Values(SetValue),
    /// `NAME=VALUE`.
    Pairs(SetPair),
    /// `[PATTERN=]VALUE`. Without a pattern, the value applies to all types.
    PatternsAndValues(SetPair),
    /// `PATTERN=ACCESS`.
    Accesses(SetAccess),
    /// The name of a configuration that this crate contains.
    #[cfg(feature = "config")]
    Preset,
}

impl Kind {
    pub(super) const fn is_flag(self) -> bool {
        matches!(self, Self::Flag(_))
    }

    /// Checks whether the values are pairs, which can be written as a table.
    pub(super) const fn is_pair(self) -> bool {
        matches!(self, Self::Pairs(_) | Self::PatternsAndValues(_) | Self::Accesses(_))
    }

    /// Parses a value in the syntax of the command line.
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
            #[cfg(feature = "config")]
            Self::Preset => super::preset::named(text).map(Change::Preset),
        }
    }

    /// Creates the change for a pair of an option with pairs.
    pub(super) fn pair(self, name: &str, value: &str) -> Result<Change, String> {
        match self {
            Self::Pairs(set) | Self::PatternsAndValues(set) => {
                Ok(Change::Pair(set, name.to_owned(), value.to_owned()))
            }
            Self::Accesses(set) => Ok(Change::Access(set, name.to_owned(), access(value)?)),
            _ => Err("the values of this option aren't pairs".to_owned()),
        }
    }
}

fn access(text: &str) -> Result<KeyAccess, String> {
    match text {
        "computed" => Ok(KeyAccess::Computed),
        "optional" => Ok(KeyAccess::Optional),
        "required" => Ok(KeyAccess::Required),
        other => Err(format!("`{other}` is not `computed`, `optional` or `required`")),
    }
}
