//! The type [`Change`]: an option of a configuration, stored as a call of a [`Generator`] method.

use odata_core::metadata::KeyAccess;

#[cfg(feature = "config")]
use super::Configuration;
use crate::Generator;

/// The value of an option in a configuration.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    /// The name of the option, such as `types`.
    pub(super) option: &'static str,
    pub(super) change: Change,
    /// The name of the preset that contains the setting.
    pub(super) preset: Option<&'static str>,
}

/// The change that a [`Setting`] makes to a [`Generator`]: a builder method, such as [`Generator::types`], and its arguments.
#[derive(Debug, Clone)]
pub(super) enum Change {
    Flag(Switch),
    /// Removes the preceding values of an option, such as `types`.
    Unset(&'static str),
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

impl Setting {
    /// Appends the setting to `settings`, in which presets are replaced with their settings. If an option is unset, its
    /// values are removed from `settings` instead.
    pub(super) fn append_to<'c>(&'c self, settings: &mut Vec<&'c Self>) {
        match &self.change {
            Change::Unset(option) => settings.retain(|other| other.option != *option),
            #[cfg(feature = "config")]
            Change::Preset(configuration) => {
                configuration.ordered().for_each(|setting| setting.append_to(settings));
            }
            _ => settings.push(self),
        }
    }

    pub(super) fn unsets(&self, name: &str) -> bool {
        matches!(self.change, Change::Unset(option) if option == name)
    }

    pub(super) const fn is_preset(&self) -> bool {
        match self.change {
            #[cfg(feature = "config")]
            Change::Preset(_) => true,
            _ => false,
        }
    }

    pub(super) fn apply<'d>(&self, generator: Generator<'d>) -> Generator<'d> {
        match &self.change {
            Change::Flag(switch) => switch(generator),
            Change::Value(set, value) => set(generator, value).pattern_of_preset(value, self.preset),
            Change::Pair(set, name, value) => {
                set(generator, name, value).pattern_of_preset(name, self.preset)
            }
            Change::Access(set, pattern, access) => {
                set(generator, pattern, *access).pattern_of_preset(pattern, self.preset)
            }
            Change::Unset(_) => generator,
            #[cfg(feature = "config")]
            Change::Preset(_) => generator,
        }
    }
}
