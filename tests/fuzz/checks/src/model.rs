//! The model of the checks of URLs and query options. Some properties have the names of the variables that odata-core
//! creates.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use odata_core::{Binary, Duration, Flags, ODataComplex, ODataEntity, ODataEnum, ODataFunction};
use rust_decimal::Decimal;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "n")]
pub(crate) enum Color {
    Red,
    #[odata(unknown)]
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "n", flags)]
pub(crate) enum Size {
    Small = 1,
    Large = 2,
}

#[derive(Clone, Debug, PartialEq, Eq, ODataComplex)]
#[odata(namespace = "n")]
pub(crate) struct Address {
    pub(crate) a: String,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
pub(crate) struct Item {
    #[odata(key)]
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) a: String,
    pub(crate) b: i64,
    pub(crate) price: f64,
    pub(crate) amount: Decimal,
    pub(crate) flag: bool,
    pub(crate) optional: Option<String>,
    pub(crate) at: DateTime<Utc>,
    pub(crate) day: NaiveDate,
    pub(crate) time: NaiveTime,
    pub(crate) duration: Duration,
    pub(crate) bytes: Binary,
    pub(crate) guid: Uuid,
    pub(crate) color: Color,
    pub(crate) sizes: Flags<Size>,
    pub(crate) words: Vec<String>,
    pub(crate) address: Address,
    #[odata(navigation)]
    pub(crate) items: Vec<Item>,
    #[odata(navigation)]
    pub(crate) parent: Option<Box<Item>>,
}

/// The result type of `$apply`.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
pub(crate) struct Figures {
    pub(crate) text: Option<String>,
    pub(crate) total: Option<i64>,
}

#[derive(Debug, ODataFunction)]
#[odata(namespace = "n", binding = "Item", returns = "String")]
pub(crate) struct Find {
    pub(crate) text: String,
    pub(crate) number: i64,
    pub(crate) color: Option<Color>,
    pub(crate) words: Vec<String>,
    pub(crate) address: Option<Address>,
}
