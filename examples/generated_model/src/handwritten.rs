//! A handwritten model of the types that a program needs. The test `tests/model.rs` compares it with `metadata.xml`.

use chrono::{DateTime, Utc};
use odata_core::{Extra, ODataComplex, ODataEntity, ODataEnum};

/// An order.
#[derive(Debug, Clone, Default, PartialEq, ODataEntity)]
#[odata(namespace = "contoso")]
pub struct Order {
    /// The number of the order.
    #[odata(key, computed)]
    pub id: Option<i32>,
    /// The date and time at which the service created the order.
    #[odata(computed)]
    pub created_date_time: Option<DateTime<Utc>>,
    /// The progress of the order.
    pub state: Option<OrderState>,
    /// A note of the customer for the delivery.
    pub note: Option<String>,
    /// The delivery address.
    pub address: Option<Address>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

/// An address.
#[derive(Debug, Clone, Default, PartialEq, ODataComplex)]
#[odata(namespace = "contoso")]
pub struct Address {
    /// The street and the house number.
    pub street: Option<String>,
    /// The name of the city.
    pub city: Option<String>,
    /// Undeclared properties and annotations.
    #[odata(extra)]
    pub extra: Extra,
}

/// The progress of an [`Order`].
#[derive(Debug, Clone, PartialEq, Eq, ODataEnum)]
#[odata(namespace = "contoso")]
pub enum OrderState {
    /// The order isn't sent yet.
    Open,
    /// The order is on its way.
    Shipped,
    /// The customer has cancelled the order.
    Cancelled,
    /// A state that this model doesn't declare.
    #[odata(unknown)]
    Unknown(String),
}
