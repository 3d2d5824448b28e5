//! Comparisons with literals of every type, and the syntax trees of literals.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use odata_core::query::Filter;
use odata_core::{Binary, Duration, Flags};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::Builder;
use crate::abnf::{Expression, Literal};
use crate::model::{Color, Item, Size};

/// Returns the tree of a string literal.
pub(crate) fn text_tree(text: &str) -> Expression {
    Expression::Literal(Literal::Text(text.to_owned()))
}

/// Returns the tree of a number or another literal without quotes.
#[expect(clippy::needless_pass_by_value, reason = "callers can write `5` instead of `&5`")]
pub(crate) fn word_tree(word: impl ToString) -> Expression {
    Expression::Literal(Literal::Word(word.to_string()))
}

/// Returns the tree of a literal with a prefix.
fn prefixed(prefix: &str, text: &str) -> Expression {
    Expression::Literal(Literal::Prefixed(prefix.to_owned(), text.to_owned()))
}

/// Returns the tree of a binary operator.
pub(super) fn binary(operator: &'static str, left: Expression, right: Expression) -> Expression {
    Expression::Binary(operator, Box::new(left), Box::new(right))
}

impl Builder<'_, '_> {
    /// Builds a comparison of a property with a literal of a type that is neither a string nor an integer.
    pub(super) fn typed_comparison(&mut self) -> (Filter<Item>, Expression) {
        let (filter, name, literal) = match self.source.choose(11) {
            0 => self.color(),
            1 => self.binary(),
            2 => self.decimal(),
            3 => self.double(),
            4 => self.moment(),
            5 => self.day(),
            6 => self.time(),
            7 => self.duration(),
            8 => {
                let guid = Uuid::from_u64_pair(self.source.bits(), self.source.bits());
                (Item::GUID.eq(guid), "guid", word_tree(guid))
            }
            9 => {
                let sizes = Flags::from([Size::Small, Size::Large]);
                let tree = binary("has", self.path("sizes"), self.enumeration("n.size", "small,large"));
                return (Item::SIZES.has(sizes), tree);
            }
            _ => {
                let (filter, tree) = (Item::OPTIONAL.is_null(), word_tree("null"));
                (filter, "optional", tree)
            }
        };
        (filter, binary("eq", self.path(name), literal))
    }

    /// Returns the tree of an enumeration literal.
    pub(crate) fn enumeration(&self, type_name: &str, text: &str) -> Expression {
        if self.has_enumeration_types { prefixed(type_name, text) } else { text_tree(text) }
    }

    fn color(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let name = self.source.text();
        // The names of members are compared without the case of letters.
        let color = if name.eq_ignore_ascii_case("red") { Color::Red } else { Color::Unknown(name.clone()) };
        (Item::COLOR.eq(color), "color", self.enumeration("n.color", &name))
    }

    fn binary(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let bytes = Binary::new(self.source.bits().to_le_bytes());
        let text = serde_json::to_value(&bytes).expect("JSON");
        let text = text.as_str().expect("a string").replace('+', "-").replace('/', "_");
        (Item::BYTES.eq(bytes), "bytes", prefixed("binary", &text))
    }

    fn decimal(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let value = Decimal::new(self.source.integer(), u32::from(self.source.choose(28)));
        let filter = Item::AMOUNT.eq(value);
        let text = filter.to_string();
        let text = text.strip_prefix("amount eq ").expect("the name of the property");
        assert_eq!(text.parse(), Ok(value));
        (filter, "amount", word_tree(text))
    }

    fn double(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let value = f64::from_bits(self.source.bits());
        let filter = Item::PRICE.eq(value);
        let text = filter.to_string();
        let text = text.strip_prefix("price eq ").expect("the name of the property");
        let read = match text {
            "INF" => f64::INFINITY,
            "-INF" => f64::NEG_INFINITY,
            other => other.parse().expect("a number"),
        };
        assert!(read.to_bits() == value.to_bits() || (read.is_nan() && value.is_nan()), "{text}");
        (filter, "price", word_tree(text))
    }

    fn moment(&mut self) -> (Filter<Item>, &'static str, Expression) {
        // chrono can't parse years with a sign.
        let seconds = (self.source.bits() % 300_000_000_000).cast_signed() - 62_000_000_000;
        let nanoseconds = u32::from(self.source.choose(3)) * 499_999_999;
        let at = DateTime::<Utc>::from_timestamp(seconds, nanoseconds).unwrap_or_default();
        let text = at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true);
        let (filter, expected) = (Item::AT.eq(at), format!("at eq {text}"));
        // Fractions have as many digits as necessary.
        let written = filter.to_string();
        assert!(written == expected || nanoseconds > 0, "{written} {expected}");
        let literal = written.strip_prefix("at eq ").expect("the name of the property").to_owned();
        assert_eq!(DateTime::parse_from_rfc3339(&literal).map(|read| read.to_utc()), Ok(at));
        (filter, "at", word_tree(literal))
    }

    fn day(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let days = i32::try_from(self.source.bits() % 3_000_000).unwrap_or_default();
        let day = NaiveDate::from_num_days_from_ce_opt(days + 1).unwrap_or_default();
        (Item::DAY.eq(day), "day", word_tree(day))
    }

    fn time(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let seconds = u32::try_from(self.source.bits() % 86_400).unwrap_or_default();
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or_default();
        (Item::TIME.eq(time), "time", word_tree(time.format("%H:%M:%S")))
    }

    fn duration(&mut self) -> (Filter<Item>, &'static str, Expression) {
        let duration = Duration::from(chrono::TimeDelta::milliseconds(self.source.integer() / 2));
        (Item::DURATION.eq(duration.clone()), "duration", prefixed("duration", &duration.to_string()))
    }
}
