//! An order with its lines, once with the derives of odata-core and once with the derives of serde.

use odata_core::{Extra, ODataComplex, ODataEntity};
use serde::{Deserialize, Serialize};

/// The number of lines or entities in a body with 1 MB.
const MANY: usize = 7_500;

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "Bench")]
pub(crate) struct Order {
    #[odata(key)]
    pub(crate) id: Option<i32>,
    pub(crate) customer: Option<String>,
    pub(crate) is_paid: Option<bool>,
    pub(crate) total: Option<f64>,
    pub(crate) lines: Option<Vec<Line>>,
    #[odata(extra)]
    pub(crate) extra: Extra,
}

#[derive(Clone, Debug, Default, PartialEq, ODataComplex)]
#[odata(namespace = "Bench")]
pub(crate) struct Line {
    pub(crate) product: Option<String>,
    pub(crate) remark: Option<String>,
    pub(crate) quantity: Option<i32>,
    pub(crate) price: Option<f64>,
    #[odata(extra)]
    pub(crate) extra: Extra,
}

/// The same order for the client without odata-core.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlainOrder {
    pub(crate) id: Option<i32>,
    pub(crate) customer: Option<String>,
    pub(crate) is_paid: Option<bool>,
    pub(crate) total: Option<f64>,
    pub(crate) lines: Option<Vec<PlainLine>>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PlainLine {
    product: Option<String>,
    remark: Option<String>,
    quantity: Option<i32>,
    price: Option<f64>,
}

#[derive(Deserialize)]
pub(crate) struct PlainCollection {
    pub(crate) value: Vec<PlainOrder>,
}

/// The number of lines of an order.
#[derive(Clone, Copy)]
pub(crate) enum Size {
    Small,
    Large,
}

impl Size {
    fn lines(self) -> usize {
        match self {
            Self::Small => 1,
            Self::Large => MANY,
        }
    }
}

pub(crate) fn order(size: Size) -> Order {
    let line = Line {
        product: Some("A-4711".to_owned()),
        remark: Some(
            "A line of an order with a remark that isn't short: please leave it at the back door".to_owned(),
        ),
        quantity: Some(3),
        price: Some(12.5),
        extra: Extra::default(),
    };
    Order {
        id: Some(1),
        customer: Some("Contoso".to_owned()),
        is_paid: Some(true),
        total: Some(1234.5),
        lines: Some(vec![line; size.lines()]),
        extra: Extra::default(),
    }
}

pub(crate) fn plain_order(size: Size) -> PlainOrder {
    let json = serde_json::to_vec(&order(size)).expect("an order");
    serde_json::from_slice(&json).expect("an order")
}

/// Returns the body of a response with one order.
pub(crate) fn entity() -> Vec<u8> {
    serde_json::to_vec(&order(Size::Small)).expect("an order")
}

/// Returns the body of a response with orders: about 1 MB.
pub(crate) fn collection() -> Vec<u8> {
    let orders = vec![order(Size::Small); MANY / 2];
    let orders = serde_json::to_string(&orders).expect("orders");
    format!(r#"{{"@odata.context":"$metadata#Orders","value":{orders}}}"#).into_bytes()
}

/// Returns content that isn't JSON.
pub(crate) fn content() -> Vec<u8> {
    vec![7; 1 << 20]
}
