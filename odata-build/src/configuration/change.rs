//! The type [`Change`]: an option of a configuration, stored as a call of a [`Generator`] method.

use odata_core::metadata::KeyAccess;

#[cfg(feature = "config")]
use super::Configuration;
use crate::Generator;

/// An option of a configuration: a builder method of [`Generator`], such as [`Generator::types`], and its arguments.
#[derive(Debug, Clone)]
pub(super) enum Change {
    Flag(Switch),
    Value(SetValue, String),
    Pair(SetPair, String, String),
    Access(SetAccess, String, KeyAccess),
    #[cfg(feature = "config")]
    Preset(Configuration),
}

pub(super) type Switch = for<'d> fn(Generator<'d>) -> Generator<'d>;
pub(super) type SetValue = for<'d> fn(Generator<'d>, &str) -> Generator<'d>;
pub(super) type SetPair = for<'d> fn(Generator<'d>, &str, &str) -> Generator<'d>;
pub(super) type SetAccess = for<'d> fn(Generator<'d>, &str, KeyAccess) -> Generator<'d>;

impl Change {
    pub(super) const fn is_preset(&self) -> bool {
        match self {
            #[cfg(feature = "config")]
            Self::Preset(_) => true,
            _ => false,
        }
    }

    pub(super) fn apply<'d>(&self, generator: Generator<'d>) -> Generator<'d> {
        match self {
            Self::Flag(switch) => switch(generator),
            Self::Value(set, value) => set(generator, value),
            Self::Pair(set, name, value) => set(generator, name, value),
            Self::Access(set, pattern, access) => set(generator, pattern, *access),
            #[cfg(feature = "config")]
            Self::Preset(configuration) => generator.configure(configuration),
        }
    }
}
