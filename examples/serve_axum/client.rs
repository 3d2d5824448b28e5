//! The client: sends requests with odata-reqwest, and checks the responses.

use odata_core::query::QueryOptions;
use odata_core::request::CollectionPath;
use odata_core::{ODataEntity, ODataError};
use odata_reqwest::Client;

use crate::Outcome;
use crate::model::Order;

fn orders(client: &Client) -> CollectionPath<Order> {
    client.service().entity_set::<Order>("orders")
}

/// Creates eight orders.
pub async fn create(client: &Client) -> Outcome {
    for (id, product) in (1..).zip(["Tea", "Coffee", "Milk", "Sugar", "Cups", "Spoons", "Kettle", "Scale"]) {
        let body = Order::create().set(Order::PRODUCT, product).set(Order::QUANTITY, 2 * id);
        let response = client.send(&orders(client).create(&body)).await?;
        assert_eq!((response.status().as_u16(), response.header("OData-Version")), (201, Some("4.0")));
        let location = response.location().ok_or("no `Location`")?.to_owned();
        assert_eq!(location, format!("{}/orders({id})", client.service().root()));
        let created = response.into_value().ok_or("no order")?;
        assert_eq!((created.id, &*created.product, created.quantity), (Some(id), product, 2 * id));
        println!("created {location}");
        // The URL in `Location` is the URL of the created order.
        let read = client.send(&client.service().entity_at::<Order>(&location).get()).await?;
        assert_eq!(read.into_value(), created);
    }
    Ok(())
}

/// Reads the pages of the orders, with the number of all orders.
pub async fn read_pages(client: &Client) -> Outcome {
    let mut pages = client.pages(orders(client).list().query(&QueryOptions::new().count()));
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await? {
        let ids: Vec<_> = page.iter().filter_map(|order| order.id).collect();
        println!("page with the orders {ids:?} of {:?}, next page: {:?}", page.count(), page.next_link());
        assert_eq!(page.count(), Some(8));
        assert!(page.context().is_some_and(|context| context.ends_with("/shop/$metadata#orders")));
        sizes.push(ids.len());
    }
    assert_eq!(sizes, [3, 3, 2]);
    Ok(())
}

/// Reads an order that exists, and an order that doesn't exist.
pub async fn read_order(client: &Client) -> Outcome {
    let order = client.send(&orders(client).key(7).get()).await?;
    assert_eq!((&*order.product, order.quantity), ("Kettle", 14));
    assert!(order.extra.context().is_some_and(|context| context.ends_with("/shop/$metadata#orders/$entity")));
    println!("order 7: {} × {}", order.quantity, order.product);

    let error = client.send(&orders(client).key(99).get()).await.expect_err("no order 99");
    println!("{error}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let error = error.response_error().and_then(|error| error.odata_error()).ok_or("no OData error")?;
    assert_eq!(error.code, "NotFound");
    Ok(())
}

/// Sends a query option that the service doesn't support.
pub async fn unsupported_option(client: &Client) -> Outcome {
    let filter = QueryOptions::new().filter(Order::QUANTITY.gt(5));
    let error = client.send(&orders(client).list().query(&filter)).await.expect_err("no filters");
    println!("{error}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(501));
    Ok(())
}

/// Sends bodies that the service rejects.
pub async fn invalid_bodies(client: &Client) -> Outcome {
    let body = Order::create().set(Order::PRODUCT, "Tea").set(Order::QUANTITY, 0);
    let error = client.send(&orders(client).create(&body)).await.expect_err("no order of nothing");
    println!("{error}");
    let error = error.response_error().and_then(|error| error.odata_error()).ok_or("no OData error")?;
    assert_eq!((&*error.code, error.target.as_deref()), ("InvalidQuantity", Some("quantity")));

    // The model doesn't allow the following bodies, so they are sent without it.
    for (body, message) in [
        (
            r#"{"product": "Tea", "quantity": "two"}"#,
            "`quantity` (property of `contoso.order`): invalid type",
        ),
        (r#"{"quantity": 2}"#, "missing property `product`"),
        (r#"{"product": "Tea", "quantity": 2, "color": "red"}"#, "`color` is not a property"),
        (r#"{"product": "Tea", "quantity": 2"#, "EOF while parsing"),
    ] {
        let url = orders(client).list().url()?;
        let request = reqwest::Client::new().post(url).header("Content-Type", "application/json");
        let response = request.body(body).send().await?;
        assert_eq!(response.status().as_u16(), 400, "{body}");
        let error: ODataError = serde_json::from_slice(&response.bytes().await?)?;
        println!("{error}");
        assert!(error.code == "InvalidBody" && error.message.contains(message), "{error}");
    }
    Ok(())
}
