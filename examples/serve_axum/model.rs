//! The model of the service and of the client.

use odata_core::{Extra, ODataEntity};

/// An order. With `deny_unknown`, a body with an undeclared property is invalid.
#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "contoso", deny_unknown)]
pub struct Order {
    /// The service numbers the orders.
    #[odata(key, computed)]
    pub id: Option<i32>,
    /// A field that isn't an `Option` is required in the body of a create request.
    pub product: String,
    pub quantity: i32,
    pub note: Option<String>,
    #[odata(extra)]
    pub extra: Extra,
}
