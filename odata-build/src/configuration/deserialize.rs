//! Deserialization of a [`Configuration`] from a map of options. The value of an option is a Boolean, a string, an array or a table.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use super::change::Setting;
use super::{Configuration, ConfigurationOption, find};

impl<'de> Deserialize<'de> for Configuration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OptionsVisitor)
    }
}

struct OptionsVisitor;

impl<'de> Visitor<'de> for OptionsVisitor {
    type Value = Configuration;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of generator options")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Configuration, A::Error> {
        let mut configuration = Configuration::default();
        while let Some(option) = map.next_key_seed(Parsed(find))? {
            configuration.settings.extend(map.next_value_seed(Value { option, name: None })?);
        }
        Ok(configuration)
    }
}

/// A [`DeserializeSeed`] for a string that is parsed with a function.
struct Parsed<F>(F);

impl<'de, T, F: FnOnce(&str) -> Result<T, String>> DeserializeSeed<'de> for Parsed<F> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T, F: FnOnce(&str) -> Result<T, String>> Visitor<'_> for Parsed<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}

/// A [`DeserializeSeed`] that reads the value of a configuration option. If the value is an item in a TOML table,
/// `name` is the name of the item: `clinic.*` in the option `key = { "clinic.*" = "computed" }`.
struct Value<'n> {
    option: &'static ConfigurationOption,
    name: Option<&'n str>,
}

impl Value<'_> {
    fn parse(&self, text: &str) -> Result<Setting, String> {
        match self.name {
            Some(name) => Ok(self.option.setting(self.option.kind.pair(name, text)?)),
            None => self.option.parse(text),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Vec<Setting>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Setting>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Vec<Setting>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.option.kind {
            kind if kind.is_flag() => "`true` or `false`",
            kind if kind.is_pair() && self.name.is_none() => "a table of strings, or an array of strings",
            _ => "a string, or an array of strings",
        })
    }

    fn visit_bool<E: Error>(self, is_set: bool) -> Result<Vec<Setting>, E> {
        match self.option.flag(is_set) {
            Some(setting) => Ok(vec![setting]),
            None => Err(E::invalid_type(de::Unexpected::Bool(is_set), &self)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<Setting>, E> {
        Ok(vec![self.parse(text).map_err(E::custom)?])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<Setting>, A::Error> {
        if self.option.is_flag() {
            return Err(A::Error::invalid_type(de::Unexpected::Seq, &self));
        }
        let mut settings = Vec::new();
        while let Some(setting) = elements.next_element_seed(Parsed(|text: &str| self.parse(text)))? {
            settings.push(setting);
        }
        Ok(settings)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Setting>, A::Error> {
        if !self.option.kind.is_pair() || self.name.is_some() {
            return Err(A::Error::invalid_type(de::Unexpected::Map, &self));
        }
        let mut settings = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            settings.extend(map.next_value_seed(Value { option: self.option, name: Some(&name) })?);
        }
        Ok(settings)
    }
}
