//! Sends a request and reads its response.

use odata_core::request::{Request, Response};

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::outgoing::Outgoing;

impl Client {
    /// Sends a request and reads its response, which contains the value, the status code and the headers.
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String>, display_name: Option<String> }
    /// # async fn f(client: odata_reqwest::Client) -> Result<(), odata_reqwest::Error> {
    /// let pat = client.service().entity_set::<User>("users").key("1");
    /// let user = client.send(&pat.get()).await?;
    /// println!("{:?} has the ETag {:?}", user.display_name, user.etag());
    ///
    /// let rename = pat.update(&User::update().set(User::DISPLAY_NAME, "Pat")).if_match(user.etag().unwrap_or("*"));
    /// match client.send(&rename).await {
    ///     Err(error) if error.status().is_some_and(|status| status == 412) => println!("another client changed the user"),
    ///     result => drop(result?),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The request is sent again after a temporary error, see [`RetryPolicy`](crate::RetryPolicy). If the future is dropped,
    /// the request is cancelled, and nothing else changes.
    ///
    /// # Errors
    ///
    /// Returns an error if the request is invalid, if no response was received, or if the service returned an error.
    pub async fn send<R>(&self, request: &Request<R>) -> Result<Response<R>, Error> {
        self.send_built(request, Outgoing::of(request, self.service())?).await
    }

    /// Sends a request that has already been built.
    pub(crate) async fn send_built<R>(
        &self,
        request: &Request<R>,
        outgoing: Outgoing,
    ) -> Result<Response<R>, Error> {
        let mut exchanged = self.exchange(&outgoing).await?;
        exchanged.read(request).map_err(|error| exchanged.tried.error(ErrorKind::Response(error), &outgoing))
    }
}
