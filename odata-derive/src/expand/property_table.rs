//! Creation of the hash table in which odata-core looks up properties by name. The derive macro creates the table, because creating it in a
//! `const fn` would be slow.
//!
//! If you change the format of the table, also change `odata_core::metadata::property_table`, which reads the table.

/// Creates a hash table with linear probing. The length of the table is a power of two, and at least twice the number
/// of names. For each name, the table contains the position of the name in `names` plus one, because 0 represents an
/// unused item of the table.
///
/// Returns `None` if there are more than `u16::MAX` names.
pub(super) fn table<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Option<Vec<u16>> {
    u16::try_from(names.len()).ok()?;
    let mut table = vec![0; (2 * names.len()).next_power_of_two()];
    let mask = table.len() - 1;
    for (number, name) in (1..).zip(names) {
        let mut index = hash(name) & mask;
        while table[index] != 0 {
            index = (index + 1) & mask;
        }
        table[index] = number;
    }
    Some(table)
}

/// Returns the hash of a property name. The hash only depends on the first 8 bytes, the last 8 bytes and the length of
/// the name, because the names of two properties of a type usually differ in one of the three.
fn hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (0, bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))),
    };
    let mixed = (first ^ last.rotate_left(29)).wrapping_add(bytes.len() as u64);
    usize::try_from(mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_matches_the_runtime() {
        let hashes = ["id", "createdDateTime", "größe"].map(hash);
        assert_eq!(hashes, [2_771_293_721, 1_680_050_498, 471_922_580]);
    }

    #[test]
    fn table_contains_all_names() {
        let names: Vec<_> = (0..1_000).map(|number| format!("property{number}")).collect();
        let table = table(names.iter().map(String::as_str)).expect("there are fewer than 65,536 names");
        let mut numbers: Vec<_> = table.into_iter().filter(|number| *number != 0).collect();
        numbers.sort_unstable();
        assert!(numbers.into_iter().eq(1..=1_000));
    }
}
