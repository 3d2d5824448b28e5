//! The origins of URLs.

/// Returns the origin of an absolute URL, including the port: `https://host:443`. Returns `None` if the URL isn't a
/// valid absolute `http` or `https` URL, or if the URL contains a user name.
pub(super) fn origin(url: &str) -> Option<String> {
    let uri: http::Uri = url.parse().ok()?;
    let (scheme, authority) = (uri.scheme_str()?.to_ascii_lowercase(), uri.authority()?);
    let default = match scheme.as_str() {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let has_user = authority.as_str().contains('@');
    // `http::Uri` accepts `host:99999`, although the port is invalid.
    let has_bad_port = authority.as_str().len() > authority.host().len() && authority.port_u16().is_none();
    let host = authority.host().to_ascii_lowercase();
    (!has_user && !has_bad_port)
        .then(|| format!("{scheme}://{host}:{}", authority.port_u16().unwrap_or(default)))
}
