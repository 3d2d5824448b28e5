//! Doc comment sentences about the facets and the default value of a property.

use crate::document::{Facets, Property};
use crate::generate::doc_text::code;
use crate::generate::plan::Plan;

/// Returns a sentence for each facet that restricts the values of a property, and a sentence for the property's default value.
pub(super) fn sentences(plan: &Plan<'_>, property: &Property) -> Vec<String> {
    let (primitive, facets) = plan.facets(property);
    let primitive = primitive.strip_prefix("Edm.").unwrap_or_default();
    let of_type = match primitive {
        "String" => {
            let is_ascii = facets.unicode.as_deref() == Some("false");
            let ascii = is_ascii.then(|| "Only ASCII characters (`Unicode`).".to_owned());
            max_length(&facets, "character", property).into_iter().chain(ascii).collect()
        }
        "Binary" | "Stream" => Vec::from_iter(max_length(&facets, "byte", property)),
        "Decimal" => decimal(&facets),
        "DateTimeOffset" | "Duration" | "TimeOfDay" => Vec::from_iter(precision_of_seconds(&facets)),
        spatial if spatial.starts_with("Geo") => Vec::from_iter(reference_system(&facets)),
        _ => Vec::new(),
    };
    of_type.into_iter().chain(default_value(&facets)).collect()
}

fn max_length(facets: &Facets, unit: &str, property: &Property) -> Option<String> {
    let count = counted(number(facets.max_length.as_deref())?, unit);
    let of_element = if property.value_type.is_collection { " per element" } else { "" };
    Some(format!("At most {count}{of_element} (`MaxLength`)."))
}

fn decimal(facets: &Facets) -> Vec<String> {
    let precision = number(facets.precision.as_deref()).map(|precision| counted(precision, "digit"));
    let scale = number(facets.scale.as_deref());
    let varies = matches!(facets.scale.as_deref(), Some("variable" | "floating"));
    let sentence = match (precision, scale) {
        (Some(digits), Some(scale)) => Some(format!(
            "At most {digits} (`Precision`), at most {scale} of them after the decimal point (`Scale`)."
        )),
        (Some(digits), None) => Some(format!("At most {digits} (`Precision`).")),
        (None, Some(scale)) => {
            Some(format!("At most {} after the decimal point (`Scale`).", counted(scale, "digit")))
        }
        (None, None) => None,
    };
    let varies = varies.then(|| "The number of digits after the decimal point varies (`Scale`).".to_owned());
    sentence.into_iter().chain(varies).collect()
}

fn precision_of_seconds(facets: &Facets) -> Option<String> {
    Some(match number(facets.precision.as_deref())? {
        0 => "Seconds have no decimal places (`Precision`).".to_owned(),
        digits => format!("Seconds have at most {} (`Precision`).", counted(digits, "decimal place")),
    })
}

fn reference_system(facets: &Facets) -> Option<String> {
    match facets.srid.as_deref()? {
        "variable" => Some("The coordinate reference system varies (`SRID`).".to_owned()),
        srid => Some(format!("The coordinate reference system is {} (`SRID`).", number(Some(srid))?)),
    }
}

fn default_value(facets: &Facets) -> Option<String> {
    let value = facets.default_value.as_deref()?;
    Some(match code(value) {
        _ if value.is_empty() => "The default value is empty.".to_owned(),
        code if code.is_empty() => "The default value consists of whitespace.".to_owned(),
        code => format!("Default value: {code}."),
    })
}

fn number(facet: Option<&str>) -> Option<u32> {
    facet?.parse().ok()
}

fn counted(number: u32, unit: &str) -> String {
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}
