//! The README's code, tested as it stands.

#[doc = include_str!("../../README.md")]
const _: () = ();
