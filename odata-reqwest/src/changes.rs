//! The changes of a collection.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use odata_core::Collection;
use odata_core::request::{Request, TrackedItem};
use serde::Deserialize;

use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::items::Items;
use crate::stream;

/// A stream of the changes of a collection: see [`Client::changes`].
pub struct Changes<T> {
    items: Items<T>,
    /// The `@odata.deltaLink` of the last page.
    link: Option<String>,
    /// The error of an invalid `@odata.deltaLink`, which is returned after the changes on its page.
    error: Option<Error>,
    has_ended: bool,
}

impl Client {
    /// Returns a stream of the changes on all pages of a delta response. After the last change,
    /// [`delta_link`](Changes::delta_link) returns the link to store for the next run.
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # #[derive(Debug, ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # fn stored() -> Option<String> { None }
    /// # fn store(_: Option<&str>) {}
    /// # fn delete_local_users() {}
    /// use odata_core::request::Request;
    /// use odata_core::{Change, Delta};
    ///
    /// # async fn f(client: odata_reqwest::Client) -> Result<(), odata_reqwest::Error> {
    /// let mut request = match stored() {
    ///     Some(link) => Request::get::<Delta<User>>(client.service(), &link),
    ///     None => client.service().entity_set::<User>("users").delta(),
    /// };
    /// let mut changes = client.changes(request.clone());
    /// loop {
    ///     match changes.try_next().await {
    ///         Ok(Some(Change::Changed(user))) => println!("changed: {:?}", user.id),
    ///         Ok(Some(change)) => println!("{change:?}"),
    ///         Ok(None) => break store(changes.delta_link()),
    ///         Err(error) => {
    ///             // The service can't return the changes since the stored link.
    ///             let Some(resync) = error.resync() else { return Err(error) };
    ///             delete_local_users();
    ///             request = match resync.link() {
    ///                 Some(link) => Request::get(client.service(), link),
    ///                 None => client.service().entity_set::<User>("users").delta(),
    ///             };
    ///             changes = client.changes(request.clone());
    ///         }
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// For the first run, pass the request that [`CollectionPath::delta`](odata_core::request::CollectionPath::delta)
    /// returns, or a request for a collection with [`Request::track_changes`]. For later runs, pass a [`Request::get`]
    /// with the stored link.
    ///
    /// The stream follows `@odata.nextLink` like [`Client::pages`]. If the stored link has expired (status code
    /// 410), [`Error::resync`] returns how to start a new synchronization. If the last page contains no `@odata.deltaLink`,
    /// the stream ends with [`ErrorKind::NoDeltaLink`].
    #[must_use]
    pub fn changes<T: 'static>(&self, request: Request<Collection<T>>) -> Changes<T>
    where
        Collection<T>: for<'de> Deserialize<'de>,
    {
        Changes { items: self.items(request), link: None, error: None, has_ended: false }
    }
}

impl<T: TrackedItem + 'static> Changes<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
    Collection<T::Change>: for<'de> Deserialize<'de>,
{
    /// Returns the next change, or `None` after the last change. If the future is dropped, no change is lost.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Pages::try_next`](crate::Pages::try_next), or if the last page has no
    /// `@odata.deltaLink`.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        stream::next(self).await.transpose()
    }

    /// Stores a page and its delta link.
    fn accept(&mut self, page: Collection<T>) {
        let current = self.items.pages().current();
        let changes = current.map_or(Ok(None), |request| request.changes(&page));
        match changes.and_then(|changes| changes.map(|changes| changes.url()).transpose()) {
            Ok(link) => self.link = link,
            Err(error) => self.error = Some(error.into()),
        }
        self.items.set_page(page);
    }
}

impl<T> Changes<T> {
    /// Returns the URL for the later changes (`@odata.deltaLink`), or `None` before the end of the stream.
    ///
    /// Store the URL. To read the changes that occur after this stream was read, pass the URL to [`Request::get`].
    #[must_use]
    pub fn delta_link(&self) -> Option<&str> {
        self.link.as_deref().filter(|_| self.has_ended)
    }

    /// Returns the URL of the page with the next change: see [`Items::page_link`].
    #[must_use]
    pub fn page_link(&self) -> Option<String> {
        self.items.page_link()
    }

    /// Returns the number of changes that precede the next change on its page.
    #[must_use]
    pub fn page_offset(&self) -> usize {
        self.items.page_offset()
    }
}

impl<T: TrackedItem + 'static> Stream for Changes<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
    Collection<T::Change>: for<'de> Deserialize<'de>,
{
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(change) = self.items.next_on_page() {
                return Poll::Ready(Some(Ok(change)));
            }
            if self.has_ended {
                return Poll::Ready(None);
            }
            if let Some(error) = self.error.take() {
                self.has_ended = true;
                return Poll::Ready(Some(Err(error)));
            }
            match ready!(self.items.poll_page(context)) {
                Some(Ok(page)) => self.accept(page),
                Some(Err(error)) => {
                    (self.has_ended, self.link) = (true, None);
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    self.has_ended = true;
                    let error = || Err(Error::unsent(ErrorKind::NoDeltaLink));
                    return Poll::Ready(if self.link.is_some() { None } else { Some(error()) });
                }
            }
        }
    }
}

/// `T` doesn't need to implement `Unpin`, because the stream never pins an item.
impl<T> Unpin for Changes<T> {}

impl<T> fmt::Debug for Changes<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Changes")
            .field("items", &self.items)
            .field("delta_link", &self.delta_link())
            .finish_non_exhaustive()
    }
}
