//! [`Request::path_template`]: the path of a request with placeholders for keys, such as `/users/{key}`.

use super::build::Request;

impl<R> Request<R> {
    /// Returns the path relative to the root URL of the service, with a placeholder for each key and for the arguments of
    /// each function: `/users/{key}/messages`. The template contains no values, so it can be used as a name in logs, traces
    /// and metrics.
    ///
    /// A request for the next page or for changes has the same template as the original request. The template of a
    /// request that was created with [`Request::get`] or [`Service::entity_at`](super::Service::entity_at) starts with
    /// `{url}`, because the URL may contain keys.
    ///
    /// ```
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "n")]
    /// # struct User { id: Option<String>, #[odata(navigation)] manager: Option<Box<User>> }
    /// use odata_core::request::{KeyForm, Request, Service};
    ///
    /// let service = Service::new("https://host/service")?;
    /// let manager = service.entity_set::<User>("users").key("42").navigate(User::MANAGER).get();
    /// assert_eq!(manager.path_template(), "/users/{key}/manager");
    ///
    /// let service = service.with_keys(KeyForm::Parentheses);
    /// assert_eq!(service.entity_set::<User>("users").key("42").delete().path_template(), "/users({key})");
    /// assert_eq!(Request::get::<User>(&service, "users('42')").path_template(), "{url}");
    /// # Ok::<(), odata_core::request::RequestError>(())
    /// ```
    #[must_use]
    pub fn path_template(&self) -> &str {
        &self.template
    }
}
