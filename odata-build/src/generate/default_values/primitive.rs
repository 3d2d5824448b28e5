//! Generation of the default values of properties with a primitive type.

use core::fmt::{Debug, Display};
use core::str::FromStr;

use odata_core::chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use odata_core::{Binary, Duration, ODataValue, ReadValue, SingleValue};
use proc_macro2::TokenStream;
use quote::quote;

use super::{INVALID, Reason};

/// The largest mantissa and the largest scale (number of digits after the decimal point) of a `rust_decimal::Decimal`.
const DECIMAL_LIMITS: (u128, usize) = ((1 << 96) - 1, 28);

/// Returns the Rust expression for a default value with a primitive type, such as `Some(4)`.
///
/// If the Rust type has no literals, the expression parses a string, as in `"2024-02-29".parse().ok()`. Parsing never fails, because the
/// generator has validated the string.
pub(super) fn expression(primitive: &str, text: &str) -> Result<TokenStream, Reason> {
    match primitive.strip_prefix("Edm.").unwrap_or_default() {
        "Boolean" => number::<bool>(text),
        "Byte" => number::<u8>(text),
        "SByte" => number::<i8>(text),
        "Int16" => number::<i16>(text),
        "Int32" => number::<i32>(text),
        "Int64" => number::<i64>(text),
        "Single" => special(text, &quote!(f32)).map_or_else(|| float::<f32>(text), Ok),
        "Double" => special(text, &quote!(f64)).map_or_else(|| float::<f64>(text), Ok),
        "String" => Ok(quote!(Some(String::from(#text)))),
        "Date" => read::<NaiveDate>(text).map(|date| parsed(&format!("{date:?}"))),
        "TimeOfDay" => read::<NaiveTime>(text).map(|time| parsed(&format!("{time:?}"))),
        "DateTimeOffset" => read::<DateTime<Utc>>(text).map(|time| parsed(&format!("{time:?}"))),
        "Duration" => read::<Duration>(text).map(|duration| parsed(&duration.to_string())),
        "Binary" => read::<Binary>(text).map(|_| parsed(text)),
        "Guid" if is_guid(text) => Ok(parsed(text)),
        "Guid" => Err(INVALID),
        "Decimal" if is_decimal(text) => Ok(parsed(text)),
        "Decimal" => Err("isn't a value of `rust_decimal::Decimal`"),
        _ => Err("can't be generated for a property of this type"),
    }
}

fn parsed(text: &str) -> TokenStream {
    quote!(#text.parse().ok())
}

/// Returns the Rust expression for the default value of a Boolean or integer property, such as `Some(true)` or `Some(4)`.
fn number<T: FromStr + Display>(text: &str) -> Result<TokenStream, Reason> {
    let value = text.parse::<T>().map_err(|_| INVALID)?.to_string();
    let literal: TokenStream = value.parse().map_err(|_| INVALID)?;
    Ok(quote!(Some(#literal)))
}

/// Returns the Rust expression for a finite floating-point number, such as `Some(0.5)`.
fn float<T: FromStr + Debug>(text: &str) -> Result<TokenStream, Reason> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    let value = text.parse::<T>().ok().filter(|_| is_number).map(|value| format!("{value:?}"));
    let literal = value.filter(|value| value != "inf" && value != "-inf").ok_or(INVALID)?;
    let literal: TokenStream = literal.parse().map_err(|_| INVALID)?;
    Ok(quote!(Some(#literal)))
}

fn special(text: &str, float: &TokenStream) -> Option<TokenStream> {
    match text {
        "INF" => Some(quote!(Some(#float::INFINITY))),
        "-INF" => Some(quote!(Some(#float::NEG_INFINITY))),
        "NaN" => Some(quote!(Some(#float::NAN))),
        _ => None,
    }
}

/// Parses a default value of the document like a JSON string. For example, `DefaultValue="2024-01-31"` is parsed as a
/// `NaiveDate` from the JSON string `"2024-01-31"`.
fn read<T: ODataValue + for<'de> ReadValue<'de>>(text: &str) -> Result<T, Reason> {
    let response = serde_json::json!({ "value": text }).to_string();
    serde_json::from_str::<SingleValue<T>>(&response).map(|single| single.value).map_err(|_| INVALID)
}

fn is_guid(text: &str) -> bool {
    let groups = text.split('-').map(|group| {
        let is_hexadecimal = group.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hexadecimal.then_some(group.len())
    });
    groups.eq([8, 4, 4, 4, 12].map(Some))
}

/// Checks whether a string can be parsed as a `rust_decimal::Decimal` without rounding.
fn is_decimal(text: &str) -> bool {
    let (largest_mantissa, largest_scale) = DECIMAL_LIMITS;
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) =
        unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let are_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let digits = format!("{whole}{}", fraction.unwrap_or_default());
    are_digits(whole)
        && fraction.is_none_or(|fraction| are_digits(fraction) && fraction.len() <= largest_scale)
        && digits.parse::<u128>().is_ok_and(|mantissa| mantissa <= largest_mantissa)
}
