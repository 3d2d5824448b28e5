//! All mistakes of an item, collected.

use std::cell::RefCell;
use std::thread;

use proc_macro2::Span;
use quote::ToTokens;

/// Collects mistakes, so that one compilation shows them all.
///
/// Dropping it without [`finish`](Self::finish) would lose them: that is a bug of this crate and panics.
pub(crate) struct Errors {
    mistakes: RefCell<Option<Vec<syn::Error>>>,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self { mistakes: RefCell::new(Some(Vec::new())) }
    }

    /// A mistake, and what to do about it.
    pub(crate) fn at(&self, span: Span, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.add(syn::Error::new(span, with_help(message.as_ref(), help.as_ref())));
    }

    /// The same, over all tokens of a piece of syntax.
    pub(crate) fn over(&self, tokens: impl ToTokens, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.add(syn::Error::new_spanned(tokens, with_help(message.as_ref(), help.as_ref())));
    }

    pub(crate) fn add(&self, mistake: syn::Error) {
        if let Some(mistakes) = self.mistakes.borrow_mut().as_mut() {
            mistakes.push(mistake);
        }
    }

    /// Whether there was none; if not, all of them.
    pub(crate) fn finish(self) -> Result<(), Vec<syn::Error>> {
        let mistakes = self.mistakes.borrow_mut().take().unwrap_or_default();
        if mistakes.is_empty() { Ok(()) } else { Err(mistakes) }
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(
            thread::panicking() || self.mistakes.borrow().is_none(),
            "mistakes were dropped, not reported"
        );
    }
}

fn with_help(message: &str, help: &str) -> String {
    format!("{message}\nhelp: {help}")
}
