//! Hash tables that find the properties of a type by name. The derive macros generate a hash table for each type with
//! many properties.
//!
//! A hash table is an array of numbers whose length is a power of two. Each element of the array is either 0 (unused),
//! or the position of a property plus one. A property is stored at the index `hash % length`, where `hash` is the hash
//! of the property's name and `length` is the length of the array. If two properties have the same index, the second
//! property is stored in the next unused element (linear probing).

use super::Property;

/// Returns the position in `properties` of the property with the given wire name, or `None` if there is no such
/// property.
pub(super) fn position_of(properties: &[Property], table: &[u16], name: &str) -> Option<usize> {
    let mask = table.len().checked_sub(1)?;
    let mut entry = hash_of(name) & mask;
    loop {
        let position = usize::from(*table.get(entry)?).checked_sub(1)?;
        if properties.get(position)?.name() == name {
            return Some(position);
        }
        entry = (entry + 1) & mask;
    }
}

/// Returns the hash of a property name.
///
/// The hash depends only on the first eight bytes, the last eight bytes and the length of the name. Property names of
/// the same type usually have different hashes, because they differ in their first bytes, their last bytes or their
/// lengths.
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
