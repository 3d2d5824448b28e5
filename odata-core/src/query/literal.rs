//! `Literal`: a literal in an OData URL (OData ABNF, `primitiveLiteral`).

use super::{plain_decimal, well_known_text};
use crate::json;
use crate::metadata::{PrimitiveType, TypeKind, ValueType};
use crate::untyped::{Number, Untyped, written};
use crate::value::ODataValue;
use crate::wire_format::{Base64Alphabet, EnumLiterals, WireFormat};

/// A literal in an OData URL, such as `'O''Neil'`, `2022-04-12T12:30:00Z`, `duration'P1D'` or `n.color'yellow'`.
///
/// A literal is formatted when the request is built, because the format of literals depends on the service.
#[derive(Clone, Debug)]
pub struct Literal {
    /// The JSON value that is formatted as a literal, or the error message if the value can't be serialized.
    value: Result<Untyped, String>,
    value_type: ValueType,
}

impl Literal {
    pub(crate) fn new<V: ODataValue>(value: &V) -> Self {
        // The value is serialized with the default settings, even if this function is called inside of
        // `WireFormat::scope`.
        let value = WireFormat::default().scope(|| written(value)).map_err(|error| error.to_string());
        Self { value, value_type: V::TYPE }
    }

    /// Creates a literal from a JSON value and the type of the value.
    pub(crate) const fn from_written(value: Untyped, value_type: ValueType) -> Self {
        Self { value: Ok(value), value_type }
    }

    pub(crate) const fn integer(value: u64) -> Self {
        Self {
            value: Ok(Untyped::Number(Number::from_unsigned(value))),
            value_type: ValueType::primitive(PrimitiveType::Int64),
        }
    }

    pub(crate) const fn null() -> Self {
        Self { value: Ok(Untyped::Null), value_type: ValueType::new(TypeKind::Untyped) }
    }

    pub(crate) const fn is_null(&self) -> bool {
        matches!(self.value, Ok(Untyped::Null))
    }

    /// Formats the literal with the settings of the service. For example, an enumeration member is formatted as
    /// `n.color'yellow'` with [`EnumLiterals::Qualified`], and as `'yellow'` with [`EnumLiterals::Unqualified`].
    ///
    /// # Errors
    ///
    /// Returns an error message if the value can't be serialized, or if values of its type have no literal.
    pub(crate) fn format(&self, format: WireFormat) -> Result<String, String> {
        let Some(text) = self.string(format)? else { return self.format_other() };
        Ok(match self.value_type.kind() {
            TypeKind::Primitive(PrimitiveType::Binary) => format!("binary{}", quoted(&text)),
            TypeKind::Primitive(PrimitiveType::Duration) => format!("duration{}", quoted(&text)),
            TypeKind::Primitive(primitive) if !is_quoted(primitive) => text,
            TypeKind::Enumeration(metadata) if format.enum_literals == EnumLiterals::Qualified => {
                format!("{}{}", metadata().qualified_name(), quoted(&text))
            }
            _ => quoted(&text),
        })
    }

    /// Formats a collection as a JSON array: `["a","b"]`.
    ///
    /// # Errors
    ///
    /// Returns an error message if the value can't be serialized or isn't a collection.
    pub(super) fn format_array(&self, format: WireFormat) -> Result<String, String> {
        let value = self.value.as_ref().map_err(String::clone)?;
        let elements = value.as_collection().ok_or_else(|| self.no_literal())?;
        let is_binary =
            self.value_type.element().and_then(ValueType::primitive_type) == Some(PrimitiveType::Binary);
        let convert = |element: &Untyped| match element.as_str() {
            Some(text) if is_binary => Untyped::from(with_alphabet(text, format.base64).as_str()),
            _ => element.clone(),
        };
        let elements: Vec<_> = elements.iter().map(convert).collect();
        json::to_string(&elements).map_err(|error| error.to_string())
    }

    fn no_literal(&self) -> String {
        format!("this value of the type `{}` can't be written as a literal in a URL", self.value_type)
    }

    /// Formats the value as a path segment of a URL (key-as-segment). Unlike a literal, a path segment has neither quotes
    /// nor a type name: `22aa2acd`, `yellow`.
    ///
    /// # Errors
    ///
    /// Returns an error message if the value can't be serialized, or if values of its type have no literal.
    pub(crate) fn format_segment(&self, format: WireFormat) -> Result<String, String> {
        match self.string(format)? {
            Some(text) => Ok(text),
            None => self.format_other(),
        }
    }

    /// Returns the string of a value that is a JSON string, such as an `Edm.Date`. Returns `None` for a value that
    /// isn't a JSON string, such as the number 42.
    ///
    /// # Errors
    ///
    /// Returns an error message if the string isn't valid in a literal without quotes, such as an `Edm.Date` with a
    /// space.
    fn string(&self, format: WireFormat) -> Result<Option<String>, String> {
        let Untyped::String(text) = self.value.as_ref().map_err(String::clone)? else { return Ok(None) };
        match self.value_type.kind() {
            TypeKind::Primitive(PrimitiveType::Binary) => Ok(Some(with_alphabet(text, format.base64))),
            TypeKind::Primitive(primitive) if is_quoted(primitive) || is_token(text) => {
                Ok(Some(text.clone()))
            }
            TypeKind::Primitive(primitive) => {
                Err(format!("`{text}` is not a valid literal of the type `{}`", primitive.qualified_name()))
            }
            _ => Ok(Some(text.clone())),
        }
    }

    /// Formats a value that isn't a JSON string: `42`, `true`, `null` or a spatial value.
    fn format_other(&self) -> Result<String, String> {
        let text = match (self.value.as_ref().map_err(String::clone)?, self.value_type.kind()) {
            (Untyped::Null, _) => Some("null".to_owned()),
            (Untyped::Boolean(value), _) => Some(value.to_string()),
            (Untyped::Number(number), kind) => number_literal(number, kind),
            (value @ Untyped::Object(_), TypeKind::Primitive(primitive)) => {
                well_known_text::literal(value, primitive)
            }
            _ => None,
        };
        text.ok_or_else(|| self.no_literal())
    }
}

fn number_literal(number: &Number, kind: TypeKind) -> Option<String> {
    let text = number.to_string();
    match kind {
        TypeKind::Primitive(PrimitiveType::Single | PrimitiveType::Double) => Some(text),
        _ => plain_decimal::without_exponent(&text),
    }
}

/// Checks whether the literals of a primitive type contain a string in single quotes, such as `duration'P1D'`.
const fn is_quoted(primitive: PrimitiveType) -> bool {
    matches!(
        primitive,
        PrimitiveType::String | PrimitiveType::Stream | PrimitiveType::Duration | PrimitiveType::Binary
    )
}

/// Checks whether a string contains only characters that are safe in a literal without quotes, such as
/// `2022-04-12T12:30:00+02:00` or `INF`.
fn is_token(text: &str) -> bool {
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.' | b':');
    !text.is_empty() && text.bytes().all(is_safe)
}

/// Converts a base64 string to the given alphabet. Only two characters differ between the alphabets: standard base64
/// uses `+` and `/`, and base64url uses `-` and `_`.
fn with_alphabet(text: &str, alphabet: Base64Alphabet) -> String {
    let convert = |character| match (alphabet, character) {
        (Base64Alphabet::UrlSafe, '+') => '-',
        (Base64Alphabet::Standard, '-') => '+',
        (Base64Alphabet::UrlSafe, '/') => '_',
        (Base64Alphabet::Standard, '_') => '/',
        (_, character) => character,
    };
    text.chars().map(convert).collect()
}

/// Encloses a string in single quotes, and doubles the single quotes in the string: `'O''Neil'`.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use crate::metadata::{EnumerationType, TypeKind, ValueType};
    use crate::untyped::Untyped;
    use crate::value::Binary;
    use crate::wire_format::{Base64Alphabet, EnumLiterals, WireFormat};

    use super::Literal;

    fn color() -> &'static EnumerationType {
        static COLOR: EnumerationType = EnumerationType::new("n.color", &[]);
        &COLOR
    }

    #[test]
    fn literals_use_the_format_of_the_service() {
        let standard = WireFormat {
            base64: Base64Alphabet::Standard,
            enum_literals: EnumLiterals::Unqualified,
            ..WireFormat::default()
        };
        let binary = Literal::new(&Binary::new([0xff, 0xef, 0xbe]));
        assert_eq!(binary.format(WireFormat::default()).as_deref(), Ok("binary'_---'"));
        assert_eq!(binary.format(standard).as_deref(), Ok("binary'/+++'"));
        assert_eq!(binary.format_segment(standard).as_deref(), Ok("/+++"));
        let value_type = ValueType::new(TypeKind::Enumeration(color));
        let member = Literal { value: Ok(Untyped::from("o'red")), value_type };
        assert_eq!(member.format(WireFormat::default()).as_deref(), Ok("n.color'o''red'"));
        assert_eq!(member.format(standard).as_deref(), Ok("'o''red'"));
        assert_eq!(member.format_segment(standard).as_deref(), Ok("o'red"));
    }

    #[test]
    fn literals_ignore_settings_of_request_in_progress() {
        let compatible = WireFormat { is_ieee754_compatible: true, ..WireFormat::default() };
        let literal = compatible.scope(|| Literal::new(&i64::MAX));
        assert_eq!(literal.format(compatible).as_deref(), Ok("9223372036854775807"));
    }
}
