//! The model of the service, and clients for it.

use core::time::Duration;

use odata_core::request::{CollectionPath, EntityPath, Service};
use odata_core::{Extra, ODataEntity};
use odata_reqwest::{Client, PollPolicy, RetryPolicy};

use crate::server::Server;

#[derive(Clone, Debug, Default, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub(crate) struct User {
    #[odata(key, computed)]
    pub(crate) id: Option<String>,
    pub(crate) display_name: Option<String>,
    #[odata(navigation)]
    pub(crate) manager: Option<Box<User>>,
    #[odata(extra)]
    pub(crate) extra: Extra,
}

/// The body of a request that creates a user with the name `Pat`.
pub(crate) const PAT: &[u8] = br##"{"@odata.type":"#microsoft.graph.user","displayName":"Pat"}"##;

const MILLISECOND: Duration = Duration::from_millis(1);

/// Returns a policy with short delays.
pub(crate) const fn fast() -> RetryPolicy {
    RetryPolicy::new().delays(MILLISECOND, Duration::from_millis(4))
}

/// Returns a client that sends each request at most five times, with short delays.
pub(crate) fn client(server: &Server) -> Client {
    let service = Service::graph(&server.url("/v1.0")).expect("a service");
    Client::new(service)
        .with_retry(fast())
        .with_polling(PollPolicy::new().delays(MILLISECOND, 3 * MILLISECOND))
        .with_attempt_timeout(Duration::from_secs(20))
}

pub(crate) fn users(client: &Client) -> CollectionPath<User> {
    client.service().entity_set("users")
}

/// Returns the path of the user with the key `1`, whose URL on the server is `/v1.0/users/1`.
pub(crate) fn user(client: &Client) -> EntityPath<User> {
    users(client).key("1")
}
