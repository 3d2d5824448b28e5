//! Parses `#[odata(…)]` attributes into spanned values. [`crate::model`] interprets the values.

mod entry;
mod key;

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, ExprPath, LitStr, Path};

use crate::errors::Errors;

pub(crate) use entry::Entry;
pub(crate) use key::{Place, joined_in_backticks};

/// A value with its location in the source.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The entries of all `#[odata(…)]` attributes of an item, field or variant. Each key occurs at most once.
pub(crate) struct Attributes {
    entries: Vec<Entry>,
    /// Whether all attributes were parsed without errors.
    is_complete: bool,
}

impl Attributes {
    /// Parses the `#[odata(…)]` attributes, and rejects keys that are not allowed in this place.
    pub(crate) fn of(attributes: &[Attribute], place: Place, errors: &Errors) -> Self {
        let mut read = Self { entries: Vec::new(), is_complete: true };
        for attribute in attributes {
            match Entry::parse_all(attribute, errors) {
                Some(entries) => entries.into_iter().for_each(|entry| read.add(entry, place, errors)),
                None => read.is_complete = false,
            }
        }
        read
    }

    fn add(&mut self, entry: Entry, place: Place, errors: &Errors) {
        if !place.allows(&entry, errors) {
            self.is_complete = false;
        } else if self.has(&entry.key) {
            errors.at(
                entry.span,
                format!("duplicate attribute `{}`", entry.key),
                format!("remove one of the two `{}` attributes", entry.key),
            );
        } else {
            self.entries.push(entry);
        }
    }

    /// Checks whether a key is certainly missing. Returns `false` if an attribute with an error could have been the key.
    pub(crate) fn certainly_lacks(&self, key: &str) -> bool {
        self.is_complete && !self.has(key)
    }

    fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Checks whether the key is present, well-formed or not.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns all keys with their locations.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, Span)> {
        self.entries.iter().map(|entry| (entry.key.as_str(), entry.span))
    }

    /// Returns the location of a key, with or without a value.
    pub(crate) fn span(&self, key: &str) -> Option<Span> {
        self.get(key).map(|entry| entry.span)
    }

    /// Checks whether a key has a value.
    pub(crate) fn has_value(&self, key: &str) -> bool {
        self.get(key).is_some_and(|entry| entry.value.is_some())
    }

    /// Returns the location of a key without a value. Reports an error if it has a value.
    pub(crate) fn flag(&self, key: &str, errors: &Errors) -> Option<Span> {
        let entry = self.get(key)?;
        if let Some(value) = &entry.value {
            errors.over(
                value,
                format!("unexpected value for `{key}`"),
                format!("write `{key}` without a value"),
            );
        }
        Some(entry.span)
    }

    /// Returns the value of a key that expects a string.
    pub(crate) fn string(&self, key: &str, example: &str, errors: &Errors) -> Option<LitStr> {
        self.get(key)?.string(example, errors)
    }

    /// Returns the value of a key that expects the path of a module or a crate in a string.
    pub(crate) fn path(&self, key: &str, example: &str, errors: &Errors) -> Option<Path> {
        self.parsed(key, example, Path::parse_mod_style, errors)
    }

    /// Returns the value of a key that expects the path of a function. The value may be omitted. The path may have generic arguments,
    /// such as `Vec::<i32>::new`.
    pub(crate) fn function(&self, key: &str, example: &str, errors: &Errors) -> Option<ExprPath> {
        self.get(key)?.value.as_ref()?;
        self.parsed(key, example, ExprPath::parse, errors)
    }

    fn parsed<T>(
        &self,
        key: &str,
        example: &str,
        parse: fn(ParseStream<'_>) -> syn::Result<T>,
        errors: &Errors,
    ) -> Option<T> {
        let string = self.string(key, example, errors)?;
        string
            .parse_with(parse)
            .map_err(|_| {
                errors.over(
                    &string,
                    format!("`{}` is not a valid path", string.value()),
                    format!("write `{key} = \"{example}\"`"),
                );
            })
            .ok()
    }
}
