//! The progress of downloads and uploads.

/// The number of bytes that were downloaded or uploaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The number of bytes from the start of the content. The number never decreases.
    pub bytes: u64,
    /// The length of the content, or `None` if it is unknown.
    pub total: Option<u64>,
}

/// A function that is called after each part of a download or an upload.
pub(crate) type OnProgress = Box<dyn FnMut(Progress) + Send>;
