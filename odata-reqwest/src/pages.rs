//! The pages of a collection.

use core::fmt;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::Stream;
use odata_core::Collection;
use odata_core::request::{Request, Response};
use serde::Deserialize;

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::link_history::LinkHistory;
use crate::outgoing::Outgoing;
use crate::stream;

/// A stream of the pages of a collection: see [`Client::pages`].
///
/// Only one page is stored at a time.
pub struct Pages<T> {
    client: Client,
    history: LinkHistory,
    /// The request for the page that the stream returned last.
    current: Option<Request<Collection<T>>>,
    /// The request for the next page. After an error, `next` is the request for the page that wasn't read.
    next: Option<Request<Collection<T>>>,
    state: State<T>,
}

enum State<T> {
    /// The next page hasn't been requested.
    Idle,
    Requested(PageFuture<T>),
    /// The link to the next page is invalid.
    Invalid(Error),
    Ended,
}

type Page<T> = Response<Collection<T>>;
type PageFuture<T> = Pin<Box<dyn Future<Output = Result<Page<T>, Error>> + Send>>;

impl Client {
    /// Returns a stream of all pages of a collection. The stream follows the `@odata.nextLink` of each page.
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # async fn f(client: odata_reqwest::Client) -> Result<(), odata_reqwest::Error> {
    /// let mut pages = client.pages(client.service().entity_set::<User>("users").list());
    /// while let Some(page) = pages.try_next().await? {
    ///     println!("{} users", page.value.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// To continue at a link from an earlier run of the program ([`Pages::next_link`]), pass the link to [`Request::get`].
    ///
    /// The stream ends after the last page or after an error. A link to another origin, or to an earlier page
    /// ([`ErrorKind::PageLoop`]), is an error.
    #[must_use]
    pub fn pages<T: 'static>(&self, request: Request<Collection<T>>) -> Pages<T>
    where
        Collection<T>: for<'de> Deserialize<'de>,
    {
        let (client, history) = (self.clone(), LinkHistory::new());
        Pages { client, history, current: None, next: Some(request), state: State::Idle }
    }
}

impl<T: 'static> Pages<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    /// Returns the next page, or `None` after the last page. If the future is dropped, no page is lost.
    ///
    /// # Errors
    ///
    /// Returns an error if the page can't be read, or if its link to the next page is invalid.
    pub async fn try_next(&mut self) -> Result<Option<Response<Collection<T>>>, Error> {
        stream::next(self).await.transpose()
    }

    /// Starts the request for the next page. Returns `None` if there is no next page.
    fn start(&mut self) -> Option<Result<PageFuture<T>, Error>> {
        let request = self.next.clone()?;
        let outgoing = match Outgoing::of(&request, self.client.service()) {
            Ok(outgoing) => outgoing,
            Err(error) => return Some(Err(error.into())),
        };
        if !self.history.add(outgoing.url.as_str()) {
            return Some(Err(Error::unsent(ErrorKind::PageLoop(outgoing.url.to_string()))));
        }
        let client = self.client.clone();
        Some(Ok(Box::pin(async move { client.send_built(&request, outgoing).await })))
    }

    /// Stores the request for the next page.
    fn accept(&mut self, page: &Collection<T>) {
        self.current = self.next.take();
        let next = self.current.as_ref().map_or(Ok(None), |request| request.next_page(page));
        self.state = match next {
            Ok(next) => {
                self.next = next;
                if self.next.is_some() { State::Idle } else { State::Ended }
            }
            Err(error) => State::Invalid(error.into()),
        };
    }
}

impl<T> Pages<T> {
    /// Returns the URL of the next page, or `None` after the last page. After an error, returns the URL of the page that
    /// wasn't read. Pass the URL to [`Request::get`] to continue later.
    #[must_use]
    pub fn next_link(&self) -> Option<String> {
        self.next.as_ref()?.url().ok()
    }

    /// Returns the request for the page that the stream returned last.
    pub(crate) fn current(&self) -> Option<&Request<Collection<T>>> {
        self.current.as_ref()
    }
}

impl<T: 'static> Stream for Pages<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    type Item = Result<Response<Collection<T>>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match mem::replace(&mut self.state, State::Ended) {
                State::Idle => match self.start() {
                    Some(Ok(future)) => self.state = State::Requested(future),
                    Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                    None => return Poll::Ready(None),
                },
                State::Requested(mut future) => {
                    let Poll::Ready(result) = future.as_mut().poll(context) else {
                        self.state = State::Requested(future);
                        return Poll::Pending;
                    };
                    if let Ok(page) = &result {
                        self.accept(page);
                    }
                    return Poll::Ready(Some(result));
                }
                State::Invalid(error) => return Poll::Ready(Some(Err(error))),
                State::Ended => return Poll::Ready(None),
            }
        }
    }
}

/// `T` doesn't need to implement `Unpin`, because the stream never pins a page.
impl<T> Unpin for Pages<T> {}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("next_link", &self.next_link()).finish_non_exhaustive()
    }
}
