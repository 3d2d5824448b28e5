//! Values as a URL has them (OData ABNF, `primitiveLiteral`).

use super::well_known_text;
use crate::metadata::{PrimitiveType, TypeKind, ValueType};
use crate::untyped::{Untyped, written};
use crate::value::ODataValue;

/// The literal of a value: `'O''Neil'`, `2022-04-12T12:30:00Z`, `duration'P1D'`, `microsoft.graph.caseAction'index'`.
///
/// A value that can't be written, which only a type of the user's may have, is `null`.
pub(crate) fn literal<V: ODataValue>(value: &V) -> String {
    of(&written(value).unwrap_or_default(), V::TYPE)
}

fn of(value: &Untyped, value_type: ValueType) -> String {
    match (value, value_type.kind()) {
        (Untyped::Null, _) => "null".to_owned(),
        (Untyped::String(text), TypeKind::Primitive(primitive)) => of_text(text, primitive),
        (Untyped::String(text), TypeKind::Enumeration(metadata)) => {
            format!("{}{}", metadata().qualified_name(), quoted(text))
        }
        (Untyped::String(text), _) => quoted(text),
        (Untyped::Boolean(value), _) => value.to_string(),
        (Untyped::Number(number), _) => number.to_string(),
        (value @ Untyped::Object(_), TypeKind::Primitive(primitive)) => {
            well_known_text::literal(value, primitive)
        }
        (value, _) => serde_json::to_string(value).unwrap_or_default(),
    }
}

fn of_text(text: &str, primitive: PrimitiveType) -> String {
    match primitive {
        PrimitiveType::Binary => format!("binary{}", quoted(text)),
        PrimitiveType::Duration => format!("duration{}", quoted(text)),
        PrimitiveType::String | PrimitiveType::Stream => quoted(text),
        // `2022-04-12`, `INF`: their own characters, none of which means anything else.
        _ => text.to_owned(),
    }
}

/// A text in quotes, those in it doubled.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
