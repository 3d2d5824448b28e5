//! The OData version of a document.

use core::fmt;

/// The OData version of a CSDL document: the attribute `Version` of `edmx:Edmx` in CSDL XML, or the member `$Version` in CSDL JSON
/// ([CSDL XML, 3.1](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_ElementedmxEdmx)).
///
/// ```
/// use odata_build::Document;
/// use odata_build::document::Version;
///
/// let document = Document::read(r#"<Edmx Version="4.0"><DataServices /></Edmx>"#)?;
/// assert_eq!(document.version, Version::V4_0);
/// assert!(document.to_xml().contains(r#"Version="4.0""#));
/// # Ok::<(), odata_build::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// OData 4.0.
    V4_0,
    /// OData 4.01. This is the default, and the version of a document without the attribute `Version`.
    #[default]
    V4_01,
}

impl Version {
    /// Returns the version as text: `4.0` or `4.01`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V4_0 => "4.0",
            Self::V4_01 => "4.01",
        }
    }

    /// Parses a version. Returns `None` if the version isn't supported.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        [Self::V4_0, Self::V4_01].into_iter().find(|version| version.as_str() == text)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
