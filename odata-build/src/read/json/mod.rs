//! CSDL JSON.

use super::ReadError;
use crate::Document;

pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    Err(ReadError::at(text, 0, "", "to come"))
}
