//! The items of a collection.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;
use odata_core::Collection;
use odata_core::request::Request;
use serde::Deserialize;

use crate::client::Client;
use crate::error::Error;
use crate::pages::Pages;
use crate::stream;

/// A stream of the items of a collection: see [`Client::items`].
pub struct Items<T> {
    pages: Pages<T>,
    /// The remaining items of the current page.
    page: vec::IntoIter<T>,
    /// The number of items of the current page that the stream has already returned.
    offset: usize,
}

impl Client {
    /// Returns a stream of the items on all pages of a collection. The stream follows `@odata.nextLink` like
    /// [`Client::pages`].
    ///
    /// ```no_run
    /// # use odata_core::ODataEntity;
    /// # #[derive(ODataEntity)]
    /// # #[odata(namespace = "microsoft.graph")]
    /// # struct User { id: Option<String> }
    /// # async fn f(client: odata_reqwest::Client) -> Result<(), odata_reqwest::Error> {
    /// let mut users = client.items(client.service().entity_set::<User>("users").list());
    /// while let Some(user) = users.try_next().await? {
    ///     println!("{:?}", user.id);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn items<T: 'static>(&self, request: Request<Collection<T>>) -> Items<T>
    where
        Collection<T>: for<'de> Deserialize<'de>,
    {
        Items { pages: self.pages(request), page: Vec::new().into_iter(), offset: 0 }
    }
}

impl<T: 'static> Items<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    /// Returns the next item, or `None` after the last item. If the future is dropped, no item is lost.
    ///
    /// # Errors
    ///
    /// Returns an error in the same cases as [`Pages::try_next`].
    pub async fn try_next(&mut self) -> Result<Option<T>, Error> {
        stream::next(self).await.transpose()
    }
}

impl<T> Items<T> {
    /// Returns the URL of the page with the next item, or `None` after the last item. Pass the URL to [`Request::get`] to
    /// continue later, and skip the first [`page_offset`](Self::page_offset) items.
    #[must_use]
    pub fn page_link(&self) -> Option<String> {
        match self.pages.current() {
            Some(current) if self.page.len() > 0 => current.url().ok(),
            _ => self.pages.next_link(),
        }
    }

    /// Returns the number of items that precede the next item on its page.
    #[must_use]
    pub fn page_offset(&self) -> usize {
        if self.page.len() > 0 { self.offset } else { 0 }
    }

    pub(crate) const fn pages(&self) -> &Pages<T> {
        &self.pages
    }

    /// Replaces the current page.
    pub(crate) fn set_page(&mut self, page: Collection<T>) {
        self.page = page.value.into_iter();
        self.offset = 0;
    }

    /// Returns the next item of the current page.
    pub(crate) fn next_on_page(&mut self) -> Option<T> {
        let item = self.page.next()?;
        self.offset += 1;
        Some(item)
    }
}

impl<T: 'static> Items<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    pub(crate) fn poll_page(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Collection<T>, Error>>> {
        let page = ready!(Pin::new(&mut self.pages).poll_next(context));
        Poll::Ready(page.map(|page| Ok(page?.into_value())))
    }
}

impl<T: 'static> Stream for Items<T>
where
    Collection<T>: for<'de> Deserialize<'de>,
{
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.next_on_page() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.poll_page(context)) {
                Some(Ok(page)) => self.set_page(page),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// `T` doesn't need to implement `Unpin`, because the stream never pins an item.
impl<T> Unpin for Items<T> {}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("page_link", &self.page_link())
            .field("page_offset", &self.page_offset())
            .finish_non_exhaustive()
    }
}
