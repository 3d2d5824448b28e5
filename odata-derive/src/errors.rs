//! Collection of all compile errors of an item.

use std::cell::RefCell;
use std::thread;

use proc_macro2::Span;
use quote::ToTokens;

/// The compile errors of an item. The errors are collected, so that one compilation reports all errors of the item.
///
/// # Panics
///
/// Panics if an `Errors` is dropped before [`finish`](Self::finish) was called, because the compile errors would be lost.
pub(crate) struct Errors {
    errors: RefCell<Option<Vec<syn::Error>>>,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self { errors: RefCell::new(Some(Vec::new())) }
    }

    /// Adds an error at a span. The message describes the error and how to fix it. `help` has details, and is empty if the message needs
    /// no details.
    pub(crate) fn at(&self, span: Span, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.add(syn::Error::new(span, with_help(message.as_ref(), help.as_ref())));
    }

    /// Adds an error that spans all tokens of a syntax node. `message` and `help` are the same as in [`at`](Self::at).
    pub(crate) fn over(&self, tokens: impl ToTokens, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.add(syn::Error::new_spanned(tokens, with_help(message.as_ref(), help.as_ref())));
    }

    pub(crate) fn add(&self, error: syn::Error) {
        if let Some(errors) = self.errors.borrow_mut().as_mut() {
            errors.push(error);
        }
    }

    /// Returns all collected errors as `Err`, or `Ok` if there are no errors.
    pub(crate) fn finish(self) -> Result<(), Vec<syn::Error>> {
        let errors = self.errors.borrow_mut().take().unwrap_or_default();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(
            thread::panicking() || self.errors.borrow().is_none(),
            "errors were dropped without being reported"
        );
    }
}

fn with_help(message: &str, help: &str) -> String {
    if help.is_empty() { message.to_owned() } else { format!("{message}\nhelp: {help}") }
}
