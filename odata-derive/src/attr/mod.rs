//! `#[odata(…)]`: syntax to spanned values. What the values mean is [`crate::model`]'s business.

mod entry;
mod key;

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, ExprPath, LitStr, Path};

use crate::errors::Errors;

pub(crate) use entry::Entry;
pub(crate) use key::Place;

/// A value with the place where it stands in the source.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The entries of all `#[odata(…)]` attributes on one thing, each key at most once.
pub(crate) struct Attributes {
    entries: Vec<Entry>,
    /// Whether nothing was left out for a mistake in it.
    is_whole: bool,
}

impl Attributes {
    /// Reads the attributes of something, and refuses keys that have no meaning there.
    pub(crate) fn of(attributes: &[Attribute], place: Place, errors: &Errors) -> Self {
        let mut read = Self { entries: Vec::new(), is_whole: true };
        for attribute in attributes {
            match Entry::list(attribute, errors) {
                Some(entries) => entries.into_iter().for_each(|entry| read.add(entry, place, errors)),
                None => read.is_whole = false,
            }
        }
        read
    }

    fn add(&mut self, entry: Entry, place: Place, errors: &Errors) {
        if !place.takes(&entry, errors) {
            self.is_whole = false;
        } else if self.has(&entry.key) {
            errors.at(entry.span, format!("duplicate attribute `{}`", entry.key), "remove one of the two");
        } else {
            self.entries.push(entry);
        }
    }

    /// Whether a key is not there, nor anything that may have been meant to be it.
    pub(crate) fn lacks(&self, key: &str) -> bool {
        self.is_whole && !self.has(key)
    }

    fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Whether the key is there, well-formed or not.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// All keys with their places.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, Span)> {
        self.entries.iter().map(|entry| (entry.key.as_str(), entry.span))
    }

    /// The place of a key, with or without a value.
    pub(crate) fn span(&self, key: &str) -> Option<Span> {
        self.get(key).map(|entry| entry.span)
    }

    /// Checks whether a key has a value.
    pub(crate) fn has_value(&self, key: &str) -> bool {
        self.get(key).is_some_and(|entry| entry.value.is_some())
    }

    /// A key that stands alone.
    pub(crate) fn flag(&self, key: &str, errors: &Errors) -> Option<Span> {
        let entry = self.get(key)?;
        if let Some(value) = &entry.value {
            errors.over(value, format!("`{key}` takes no value"), format!("write `{key}` alone"));
        }
        Some(entry.span)
    }

    /// A key with a string behind it.
    pub(crate) fn text(&self, key: &str, example: &str, errors: &Errors) -> Option<LitStr> {
        self.get(key)?.text(example, errors)
    }

    /// A key with the path of a module, a function or a crate in a string behind it.
    pub(crate) fn path(&self, key: &str, example: &str, errors: &Errors) -> Option<Path> {
        self.parsed(key, example, Path::parse_mod_style, errors)
    }

    /// The path of a function behind a key that may stand alone, too. It may have parameters, `Vec::<i32>::new`.
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
        let text = self.text(key, example, errors)?;
        text.parse_with(parse)
            .map_err(|_| {
                errors.over(
                    &text,
                    format!("`{}` is not a path", text.value()),
                    format!("write `{key} = \"{example}\"`"),
                );
            })
            .ok()
    }
}
