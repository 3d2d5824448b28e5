//! Tokens from a `TokenCredential`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use odata_reqwest::AzureCredential;

use crate::model::{client, user};
use crate::server::{Reply, Server};

#[derive(Debug, Default)]
struct Credential(AtomicUsize);

#[async_trait::async_trait]
impl TokenCredential for Credential {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        assert_eq!(scopes, ["https://graph.microsoft.com/.default"]);
        // The first token expires soon.
        let lifetime = if number == 0 { 0 } else { 3600 };
        let expires_on = SystemTime::now() + Duration::from_secs(lifetime);
        Ok(AccessToken::new(format!("token-{number}"), expires_on.into()))
    }
}

#[tokio::test]
async fn tokens_of_credentials_are_cached_until_they_expire() {
    let server = Server::start().await;
    server.handle(|_| Some(Reply::json(r#"{"id": "1"}"#).into()));
    let credential = Arc::new(Credential::default());
    let provider = AzureCredential::new(credential.clone(), "https://graph.microsoft.com/.default");
    assert!(format!("{provider:?}").contains("graph.microsoft.com"));
    let client = client(&server).with_token_provider(provider);
    for _ in 0..3 {
        client.send(&user(&client).get()).await.expect("a response");
    }
    let received = server.received("/v1.0/users/1");
    let tokens: Vec<_> = received.iter().filter_map(|received| received.header("authorization")).collect();
    assert_eq!(tokens, ["Bearer token-0", "Bearer token-1", "Bearer token-1"]);
    assert_eq!(credential.0.load(Ordering::SeqCst), 2);
}
