//! A part of an upload.

use bytes::Bytes;

use crate::error::ErrorKind;

/// A part of the content of an upload.
pub(crate) struct Part {
    /// The offset of the first byte of the part in the content.
    pub(crate) start: u64,
    pub(crate) bytes: Bytes,
}

impl Part {
    /// Returns the offset of the byte after the last byte of the part.
    pub(crate) fn end(&self) -> u64 {
        self.start + u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }

    /// Returns the start of the part that ends at an offset of the content. Returns the whole part if the offset is `None` or
    /// after the part.
    pub(crate) fn up_to(&self, end: Option<u64>) -> Self {
        let length = end.and_then(|end| usize::try_from(end.saturating_sub(self.start)).ok());
        let length = length.filter(|length| *length > 0).unwrap_or(usize::MAX).min(self.bytes.len());
        Self { start: self.start, bytes: self.bytes.slice(..length) }
    }

    /// Removes the bytes before an offset of the content, because the service has received them.
    pub(crate) fn advance_to(&mut self, offset: u64) -> Result<(), ErrorKind> {
        let sent = offset.checked_sub(self.start).and_then(|sent| usize::try_from(sent).ok());
        let sent = sent.filter(|sent| *sent <= self.bytes.len()).ok_or(ErrorKind::UploadOffset(offset))?;
        self.bytes = self.bytes.slice(sent..);
        self.start = offset;
        Ok(())
    }
}
