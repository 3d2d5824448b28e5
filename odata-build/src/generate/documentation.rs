//! Doc comments and deprecations, from what is annotated.

use proc_macro2::TokenStream;
use quote::quote;

use crate::document::Remarks;

/// The doc comment of a type: what is described, the name that identifies it, and what else is to be known.
pub(super) fn of_type(remarks: &Remarks, qualified_name: &str, more: &str) -> TokenStream {
    let described = paragraphs(remarks);
    let name = format!("`{qualified_name}`{more}");
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

/// The doc comment of a constant for an inherited property.
pub(super) fn of_inherited(property: &str, remarks: &Remarks) -> TokenStream {
    let described = paragraphs(remarks);
    let summary = format!("The inherited property `{property}`.");
    with_deprecation(&if described.is_empty() { vec![summary] } else { described }, remarks)
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

/// The short description and the long one, their paragraphs with an empty line between them.
fn paragraphs(remarks: &Remarks) -> Vec<String> {
    let texts = [&remarks.description, &remarks.long_description].into_iter().flatten();
    let paragraphs: Vec<String> = texts
        .flat_map(|text| text.split("\n\n"))
        .map(one_line)
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    paragraphs.join("\n\n").lines().map(str::to_owned).collect()
}

/// A text without line breaks and indents: four spaces in front would be a doc test, and so would a fence. Nor does it turn the
/// direction of what stands behind it, which rustc forbids.
fn one_line(text: &str) -> String {
    let turns = |character: char| matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split(|character: char| character.is_whitespace() || turns(character));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").replace("```", "`")
}
