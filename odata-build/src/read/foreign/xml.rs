//! Recognition of HTML, and of XML documents that aren't CSDL of OData 4.

use super::{Foreign, excerpt};

pub(super) fn recognize(text: &str) -> Option<Foreign> {
    let Some(start) = first_tag(text) else {
        return Some(Foreign::Html { title: title(text) }).filter(|_| is_html(text));
    };
    let end_of_name =
        start.find(|character: char| character.is_whitespace() || matches!(character, '/' | '>'));
    let name = &start[1..end_of_name.unwrap_or(start.len())];
    let local_name = name.rsplit(':').next().unwrap_or(name);
    let has_namespace = |part: &str| start.contains(part);
    Some(match local_name {
        "Edmx" | "Schema" => return earlier_version(text).map(Foreign::EarlierVersion),
        "service" => Foreign::ServiceDocument { metadata: base(start) },
        "feed" | "entry" => Foreign::Data { metadata: base(start) },
        "error" | "Error" => Foreign::Error {
            code: content(text, "code").or_else(|| content(text, "Code")),
            message: content(text, "message").or_else(|| content(text, "Message")),
        },
        "definitions" if has_namespace("wsdl") => {
            Foreign::Other("WSDL, the description of a SOAP service".to_owned())
        }
        "description" if has_namespace("/wsdl") => {
            Foreign::Other("WSDL, the description of a SOAP service".to_owned())
        }
        "schema" if has_namespace("XMLSchema") => Foreign::Other("an XML Schema document".to_owned()),
        "Envelope" if has_namespace("soap") => Foreign::Other("a SOAP message".to_owned()),
        "application" if has_namespace("wadl") => Foreign::Other("WADL".to_owned()),
        _ if is_html(text) => Foreign::Html { title: title(text) },
        _ => Foreign::Other(format!("XML with the root element `{}`", excerpt(name))),
    })
}

/// Returns the start tag of the root element. The XML declaration, comments and the document type declaration are skipped.
fn first_tag(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        rest = rest[rest.find(end)? + end.len()..].trim_start();
    }
    let is_tag = rest.strip_prefix('<').is_some_and(|name| name.starts_with(char::is_alphabetic));
    rest.find('>').filter(|_| is_tag).map(|end| &rest[..=end])
}

fn is_html(text: &str) -> bool {
    let is_prefix =
        |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    let first_tag = first_tag(text).unwrap_or_default().to_ascii_lowercase();
    let tags = ["<html", "<head", "<body", "<script", "<meta", "<title", "<div", "<p>", "<h1"];
    is_prefix("<!doctype html") || tags.iter().any(|tag| first_tag.starts_with(tag))
}

fn title(text: &str) -> Option<String> {
    content(text, "title").or_else(|| content(text, "TITLE"))
}

/// Returns the text of the first XML element with the local name `local_name`.
fn content(text: &str, local_name: &str) -> Option<String> {
    let start = text.match_indices(local_name).find_map(|(position, _)| {
        let before = text[..position].rsplit('<').next()?;
        let is_tag = text[..position].ends_with('<')
            || (before.ends_with(':') && before.chars().all(|one| one.is_alphanumeric() || one == ':'));
        let after = &text[position + local_name.len()..];
        let is_end = after.starts_with(|one: char| one == '>' || one.is_whitespace());
        (is_tag && is_end).then_some(after)
    })?;
    let content = start[start.find('>')? + 1..].split('<').next()?;
    Some(excerpt(content)).filter(|content| !content.is_empty())
}

/// Returns the URL of the metadata: the attribute `xml:base` of a service document or a feed, followed by `/$metadata`.
fn base(start: &str) -> Option<String> {
    let base = attribute(start, "xml:base").filter(|base| base.starts_with("http"))?;
    Some(format!("{}/$metadata", excerpt(base).trim_end_matches('/')))
}

/// Returns the value of the attribute `name` in a start tag.
fn attribute<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let value = text[text.find(name)? + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// Returns the OData version of a document if the version is earlier than 4.
///
/// The result is the highest version that the document mentions in an XML namespace or in the attributes `m:DataServiceVersion` and
/// `m:MaxDataServiceVersion`.
fn earlier_version(text: &str) -> Option<&'static str> {
    const NAMESPACES: [(&str, u8); 8] = [
        ("http://schemas.microsoft.com/ado/2006/04/edm", 1),
        ("http://schemas.microsoft.com/ado/2007/05/edm", 1),
        ("http://schemas.microsoft.com/ado/2008/01/edm", 2),
        ("http://schemas.microsoft.com/ado/2008/09/edm", 2),
        ("http://schemas.microsoft.com/ado/2009/08/edm", 2),
        ("http://schemas.microsoft.com/ado/2009/11/edm", 3),
        ("http://schemas.microsoft.com/ado/2010/01/edm", 3),
        ("http://schemas.microsoft.com/ado/2010/02/edm", 3),
    ];
    let version = first_tag(text).and_then(|start| attribute(start, " Version"));
    let is_earlier = match version.map(str::as_bytes) {
        Some(version) => matches!(version, [b'1'..=b'3', b'.', ..] | [b'1'..=b'3']),
        None => text.contains("http://schemas.microsoft.com/ado/"),
    };
    let has_namespace = |namespace: &str| {
        text.contains(&format!("\"{namespace}\"")) || text.contains(&format!("'{namespace}'"))
    };
    let of_namespaces =
        NAMESPACES.iter().filter(|(namespace, _)| has_namespace(namespace)).map(|(_, version)| *version);
    let number = |name| attribute(text, name)?.trim().split('.').next()?.parse::<u8>().ok();
    let of_attributes = ["DataServiceVersion", "MaxDataServiceVersion"].into_iter().filter_map(number);
    match of_namespaces.chain(of_attributes).max() {
        _ if !is_earlier => None,
        Some(1) => Some("1"),
        Some(2) => Some("2"),
        Some(3) => Some("3"),
        _ => Some("1, 2 or 3"),
    }
}
