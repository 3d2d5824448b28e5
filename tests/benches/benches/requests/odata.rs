//! The requests with odata-reqwest.

use odata_core::ODataEntity;
use odata_core::request::{CollectionPath, Service};
use odata_reqwest::{Client, Error};

use crate::model::Order;

#[derive(Clone)]
pub(crate) struct ODataClient(Client);

impl ODataClient {
    pub(crate) fn new(root: &str) -> Self {
        Self(Client::new(Service::new(root).expect("a root URL")))
    }

    fn orders(&self) -> CollectionPath<Order> {
        self.0.service().entity_set("Orders")
    }

    pub(crate) async fn get(&self) -> Result<usize, Error> {
        let order = self.0.send(&self.orders().key(1).get()).await?.into_value();
        Ok(order.lines.map_or(0, |lines| lines.len()))
    }

    pub(crate) async fn list(&self) -> Result<usize, Error> {
        Ok(self.0.send(&self.orders().list()).await?.into_value().value.len())
    }

    pub(crate) async fn create(&self, order: &Order) -> Result<usize, Error> {
        let body = order.to_create().expect("a body");
        let created = self.0.send(&self.orders().create(&body)).await?.into_value();
        Ok(created.and_then(|order| order.lines).map_or(0, |lines| lines.len()))
    }

    pub(crate) async fn download(&self) -> Result<usize, Error> {
        Ok(self.0.send(&self.orders().key(1).media().get()).await?.into_value().len())
    }

    pub(crate) async fn upload(&self, content: Vec<u8>) -> Result<usize, Error> {
        let put = self.orders().key(1).media().put(content, "application/octet-stream");
        self.0.send(&put).await.map(|_| 0)
    }
}
