//! Error messages about documents in other formats than CSDL of OData 4, such as HTML or `OpenAPI`.

mod json;
mod xml;

use core::fmt;

/// A document in a known format other than CSDL of OData 4, such as HTML or the metadata of OData 2.
#[derive(Debug, PartialEq, Eq)]
enum Foreign {
    Empty,
    Html {
        title: Option<String>,
    },
    /// A service document, which can contain the URL of the metadata.
    ServiceDocument {
        metadata: Option<String>,
    },
    /// A response with entities or values, which can contain the URL of the metadata.
    Data {
        metadata: Option<String>,
    },
    Error {
        code: Option<String>,
        message: Option<String>,
    },
    /// A document of an OData version before 4, with the version: `2`, or `1, 2 or 3` if the version is uncertain.
    EarlierVersion(&'static str),
    /// A document in another format, with the name of the format, such as `OpenAPI 3.0.1`.
    Other(String),
}

/// Returns an error message that names the format of a document, such as HTML, if the format is known and isn't CSDL of
/// OData 4. Returns `None` if there is no error message, because the document looks like CSDL or has an unknown format.
pub(super) fn message(text: &str) -> Option<String> {
    Some(recognize(text.trim())?.to_string())
}

/// Returns a message about a file that isn't encoded as UTF-8 or UTF-16.
pub(super) fn message_of_bytes(bytes: &[u8]) -> String {
    match bytes {
        [0x1f, 0x8b, ..] => {
            "this is compressed with gzip, not CSDL: decompress it, or use `curl --compressed` to download it"
        }
        [b'P', b'K', 3, 4, ..] => "this is a ZIP archive, not CSDL: extract the file with the metadata",
        _ => "this is binary data or has an unknown encoding, not CSDL: CSDL is XML or JSON in UTF-8",
    }
    .to_owned()
}

fn recognize(text: &str) -> Option<Foreign> {
    match text.chars().next() {
        None => Some(Foreign::Empty),
        Some('<') => xml::recognize(text),
        Some('{') => json::recognize(text),
        Some('[' | '"') => serde_json::from_str::<serde_json::Value>(text)
            .is_ok()
            .then(|| Foreign::Other("JSON that isn't an object".to_owned())),
        Some(_) if text.contains('\0') => Some(Foreign::Other("binary data".to_owned())),
        Some(_) => Some(Foreign::Other(plain_text(text).to_owned())),
    }
}

fn plain_text(text: &str) -> &'static str {
    let has_key = |key: &str| text.lines().any(|line| line.starts_with(key));
    if has_key("openapi:") || has_key("swagger:") {
        "OpenAPI in YAML"
    } else if text.starts_with("HTTP/") {
        "an HTTP response with its headers"
    } else if text.starts_with("--") && text.to_ascii_lowercase().contains("\ncontent-type:") {
        "a multipart response"
    } else {
        "plain text"
    }
}

/// Advice on how to find the metadata, for error messages.
const ADVICE: &str = "the metadata of a service is at its root URL followed by `/$metadata`";

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the document is empty: {ADVICE}"),
            Self::Html { title } => {
                f.write_str("this is HTML, not CSDL: ")?;
                if let Some(title) = title {
                    write!(f, "a page with the title `{title}`; ")?;
                }
                write!(f, "{ADVICE}, and the request may require authentication")
            }
            Self::ServiceDocument { metadata } => {
                f.write_str("this is the service document, not CSDL: ")?;
                location(f, metadata.as_deref())
            }
            Self::Data { metadata } => {
                f.write_str("this is a response with data, not CSDL: ")?;
                location(f, metadata.as_deref())
            }
            Self::Error { code, message } => {
                f.write_str("this is an error response, not CSDL")?;
                for part in [code, message].into_iter().flatten() {
                    write!(f, ": {part}")?;
                }
                write!(f, " ({ADVICE}, and the request may require authentication)")
            }
            Self::EarlierVersion(version) => write!(
                f,
                "this is OData {version}, which isn't supported: use the URL of the service's OData 4 endpoint, if it has one",
            ),
            Self::Other(format) => write!(f, "this is {format}, not CSDL: {ADVICE}"),
        }
    }
}

fn location(f: &mut fmt::Formatter<'_>, metadata: Option<&str>) -> fmt::Result {
    match metadata {
        Some(url) => write!(f, "the metadata is at `{url}`"),
        None => f.write_str(ADVICE),
    }
}

/// Shortens `text` for an error message: line breaks are replaced with spaces, and a long string is truncated.
fn excerpt(text: &str) -> String {
    const MAX_LENGTH: usize = 120;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
