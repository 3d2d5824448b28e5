//! Hash tables that find properties by name. The derive macros generate them.
//!
//! The size of a table is a power of two. An entry is 0 if it is empty, otherwise the position of a property plus one. A
//! property is stored in the entry given by the hash of its name, or in the next empty entry.

use super::Property;

/// Returns the position of the property with this name.
pub(super) fn position_of(properties: &[Property], table: &[u16], name: &str) -> Option<usize> {
    let mask = table.len().checked_sub(1)?;
    let mut place = hash_of(name) & mask;
    loop {
        let position = usize::from(*table.get(place)?).checked_sub(1)?;
        if properties.get(position)?.name() == name {
            return Some(position);
        }
        place = (place + 1) & mask;
    }
}

/// Returns the hash of a name. Names of one type usually differ at the start, at the end or in length.
fn hash_of(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (0, bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))),
    };
    let mixed = (first ^ last.rotate_left(29)).wrapping_add(bytes.len() as u64);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_match_derive_macro() {
        let hashes = ["id", "createdDateTime", "größe"].map(hash_of);
        assert_eq!(hashes, [2_771_293_721, 1_680_050_498, 471_922_580]);
    }
}
