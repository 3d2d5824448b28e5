//! The same requests with reqwest and `serde_json`.

use odata_reqwest::reqwest::{Client, Error, RequestBuilder};
use serde::Serialize;
use serde::de::DeserializeOwned;

#[derive(Clone)]
pub(crate) struct PlainClient {
    client: Client,
    root: String,
}

impl PlainClient {
    pub(crate) fn new(root: &str) -> Self {
        Self { client: Client::new(), root: root.to_owned() }
    }

    async fn read<R: DeserializeOwned>(request: RequestBuilder) -> Result<R, Error> {
        let body =
            request.header("Accept", "application/json").send().await?.error_for_status()?.bytes().await?;
        Ok(serde_json::from_slice(&body).expect("JSON"))
    }

    pub(crate) async fn get<R: DeserializeOwned>(&self) -> Result<R, Error> {
        Self::read(self.client.get(format!("{}/Orders/1", self.root))).await
    }

    pub(crate) async fn list<R: DeserializeOwned>(&self) -> Result<R, Error> {
        Self::read(self.client.get(format!("{}/Orders", self.root))).await
    }

    pub(crate) async fn create<R: DeserializeOwned>(&self, order: &impl Serialize) -> Result<R, Error> {
        let body = serde_json::to_vec(order).expect("JSON");
        let request = self.client.post(format!("{}/Orders", self.root));
        Self::read(request.header("Content-Type", "application/json").body(body)).await
    }

    pub(crate) async fn download(&self) -> Result<usize, Error> {
        let request = self.client.get(format!("{}/Orders/1/$value", self.root));
        Ok(request.send().await?.error_for_status()?.bytes().await?.len())
    }

    pub(crate) async fn upload(&self, content: Vec<u8>) -> Result<usize, Error> {
        let request = self.client.put(format!("{}/Orders/1/$value", self.root));
        request
            .header("Content-Type", "application/octet-stream")
            .body(content)
            .send()
            .await?
            .error_for_status()?;
        Ok(0)
    }
}
