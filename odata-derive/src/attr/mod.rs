//! Parsing of `#[odata(…)]` attributes into values with spans. The module [`crate::model`] interprets the values of the attributes.

mod entry;
mod key;

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, ExprPath, LitStr, Path, Type};

use crate::errors::Errors;

pub(crate) use entry::Entry;
pub(crate) use key::{Target, joined_in_backticks};

/// A value with its span in the source code.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

/// The entries of all `#[odata(…)]` attributes of an item, field or variant. Each key occurs at most once.
pub(crate) struct Attributes {
    entries: Vec<Entry>,
    /// Whether all attributes are valid, so that `entries` contains all keys in the source code. `false` means that an attribute has
    /// invalid syntax or a key that isn't allowed.
    is_complete: bool,
}

impl Attributes {
    /// Parses the `#[odata(…)]` attributes among `attributes`. Reports an error for each key that is not allowed on `target`.
    pub(crate) fn of(attributes: &[Attribute], target: Target, errors: &Errors) -> Self {
        let mut read = Self { entries: Vec::new(), is_complete: true };
        for attribute in attributes {
            match Entry::parse_all(attribute, errors) {
                Some(entries) => entries.into_iter().for_each(|entry| read.add(entry, target, errors)),
                None => read.is_complete = false,
            }
        }
        read
    }

    fn add(&mut self, entry: Entry, target: Target, errors: &Errors) {
        if !target.allows(&entry, errors) {
            self.is_complete = false;
        } else if self.has(&entry.key) {
            errors.at(entry.span, format!("duplicate attribute `{}`: remove one of the two", entry.key), "");
        } else {
            self.entries.push(entry);
        }
    }

    /// Returns `true` if `key` is absent and all `#[odata(…)]` attributes are valid. Returns `false` if any attribute
    /// is invalid, because the invalid attribute may be a misspelling of `key`. For example, the derive macro reports
    /// the misspelled key `namespce`, but doesn't also report that `namespace` is missing.
    pub(crate) fn certainly_lacks(&self, key: &str) -> bool {
        self.is_complete && !self.has(key)
    }

    fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Checks whether an attribute key is present, even if its value is invalid.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Returns all attribute keys with their spans.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, Span)> {
        self.entries.iter().map(|entry| (entry.key.as_str(), entry.span))
    }

    /// Returns the span of an attribute key, or `None` if the key is absent.
    pub(crate) fn span(&self, key: &str) -> Option<Span> {
        self.get(key).map(|entry| entry.span)
    }

    /// Checks whether an attribute key has a value.
    pub(crate) fn has_value(&self, key: &str) -> bool {
        self.get(key).is_some_and(|entry| entry.value.is_some())
    }

    /// Returns the span of an attribute key that has no value, such as `computed`. Returns `None` if the key is absent. Reports an error if
    /// the key has a value.
    pub(crate) fn flag(&self, key: &str, errors: &Errors) -> Option<Span> {
        let entry = self.get(key)?;
        if let Some(value) = &entry.value {
            errors.over(value, format!("unexpected value for `{key}`: write `{key}` without a value"), "");
        }
        Some(entry.span)
    }

    /// Returns the string in an attribute such as `name = "id"`.
    pub(crate) fn string(&self, key: &str, example: &str, errors: &Errors) -> Option<LitStr> {
        self.get(key)?.string(example, errors)
    }

    /// Returns the path of the module or crate in an attribute such as `with = "my_module"`.
    pub(crate) fn path(&self, key: &str, example: &str, errors: &Errors) -> Option<Path> {
        self.parsed(key, example, (Path::parse_mod_style, "a Rust path"), errors)
    }

    /// Returns the path of the function in an attribute such as `default = "my_function"`. Returns `None` for an
    /// attribute without a value, such as `#[odata(default)]`. The path of the function may have generic arguments,
    /// such as `Vec::<i32>::new`.
    pub(crate) fn function(&self, key: &str, example: &str, errors: &Errors) -> Option<ExprPath> {
        self.get(key)?.value.as_ref()?;
        self.parsed(key, example, (ExprPath::parse, "a Rust path"), errors)
    }

    /// Returns the Rust type in an attribute such as `returns = "Option<User>"`.
    pub(crate) fn ty(&self, key: &str, example: &str, errors: &Errors) -> Option<Type> {
        self.parsed(key, example, (Type::parse, "a Rust type"), errors)
    }

    fn parsed<T>(
        &self,
        key: &str,
        example: &str,
        (parse, kind): (fn(ParseStream<'_>) -> syn::Result<T>, &str),
        errors: &Errors,
    ) -> Option<T> {
        let string = self.string(key, example, errors)?;
        string
            .parse_with(parse)
            .map_err(|_| {
                errors.over(
                    &string,
                    format!("`{key}` expects {kind} such as `{example}`, found `{}`", string.value()),
                    "",
                );
            })
            .ok()
    }
}
