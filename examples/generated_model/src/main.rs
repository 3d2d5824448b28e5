//! Reads an order with the generated model, changes it, and prints the body of the update request.
//!
//! ```text
//! cargo run -p generated_model
//! ```

use std::error::Error;

use generated_model::generated::contoso::{AnyOrder, OrderState};
use odata_core::ODataEntity;

/// The response of the service to `GET /orders(7)`.
const RESPONSE: &str = include_str!("../order.json");

fn main() -> Result<(), Box<dyn Error>> {
    let original: AnyOrder = serde_json::from_str(RESPONSE)?;
    // `AnyOrder` dereferences to `Order`, the base type of all orders.
    assert_eq!((original.id, original.state.as_ref()), (Some(7), Some(&OrderState::Open)));
    // The metadata doesn't declare `priority`. The model preserves it.
    assert_eq!(original.extra.get_str("priority"), Some("high"));

    let changed = shipped(original.clone())?;
    let update = changed.changes_since(&original)?;
    println!("PATCH /orders(7)");
    println!("If-Match: {}\n", original.extra.etag().ok_or("the order has no ETag")?);
    println!("{}", serde_json::to_string_pretty(&update)?);
    assert_eq!(
        serde_json::to_string(&update)?,
        concat!(
            r##"{"@odata.type":"#contoso.giftOrder","state":"shipped","address":{"city":"Shelbyville"},"##,
            r##""message":"Congratulations!","note":null}"##,
        ),
    );
    Ok(())
}

/// Returns the order after it was sent to another city.
fn shipped(mut order: AnyOrder) -> Result<AnyOrder, Box<dyn Error>> {
    order.state = Some(OrderState::Shipped);
    order.note = None;
    order.address.get_or_insert_default().city = Some("Shelbyville".to_owned());
    let AnyOrder::GiftOrder(gift) = &mut order else { return Err("the order isn't a gift".into()) };
    gift.message = Some("Congratulations!".to_owned());
    Ok(order)
}
