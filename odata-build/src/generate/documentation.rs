//! Doc comments and deprecations, from what is annotated.

use proc_macro2::TokenStream;
use quote::quote;

use crate::document::Remarks;

/// The doc comment of a type: what is described, and the name that identifies it.
pub(super) fn of_type(remarks: &Remarks, qualified_name: &str) -> TokenStream {
    let described = paragraphs(remarks);
    let name = format!("`{qualified_name}`");
    let lines: Vec<String> = match described.as_slice() {
        [] => vec![name],
        _ => described.into_iter().chain([String::new(), name]).collect(),
    };
    with_deprecation(&lines, remarks)
}

/// The doc comment of a property or a member, if it is described.
pub(super) fn of_part(remarks: &Remarks) -> TokenStream {
    with_deprecation(&paragraphs(remarks), remarks)
}

fn with_deprecation(lines: &[String], remarks: &Remarks) -> TokenStream {
    let lines = lines.iter().map(|line| if line.is_empty() { line.clone() } else { format!(" {line}") });
    let deprecated = remarks.deprecation.as_ref().map(|deprecation| {
        let removal = deprecation.removal_date.as_ref().map(|date| format!("It is removed on {date}."));
        let description = deprecation.description.as_deref().map(one_line);
        let note: Vec<String> = description.into_iter().chain(removal).collect();
        let note = note.join(" ");
        if note.is_empty() { quote!(#[deprecated]) } else { quote!(#[deprecated(note = #note)]) }
    });
    quote!(#(#[doc = #lines])* #deprecated)
}

/// The short description and the long one, with an empty line between them.
fn paragraphs(remarks: &Remarks) -> Vec<String> {
    let texts = [&remarks.description, &remarks.long_description].into_iter().flatten();
    let texts: Vec<String> = texts.map(|text| one_line(text)).filter(|text| !text.is_empty()).collect();
    texts.join("\n\n").lines().map(str::to_owned).collect()
}

/// A text without line breaks and indents: four spaces in front would be a doc test.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
