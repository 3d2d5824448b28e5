//! The identifiers of requests.

/// Returns a new random identifier for the header `client-request-id`, in the format of a version 4 UUID.
pub(crate) fn new() -> String {
    let random = fastrand::u128(..);
    let versioned = (random & !(0xF << 76) & !(0x3 << 62)) | (0x4 << 76) | (0x2 << 62);
    let digits = format!("{versioned:032x}");
    [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
}

#[cfg(test)]
mod tests {
    #[test]
    fn identifiers_are_version_4_uuids() {
        let id = super::new();
        assert_eq!(id.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert_eq!(&id[14..15], "4");
        assert!("89ab".contains(&id[19..20]), "{id}");
        assert_ne!(id, super::new());
    }
}
