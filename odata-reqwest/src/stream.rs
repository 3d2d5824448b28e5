//! Polls streams.

use core::future::poll_fn;
use core::pin::Pin;

use futures_core::Stream;

/// Returns the next item of a stream. If the future is dropped, no item is lost.
pub(crate) async fn next<S: Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await
}
