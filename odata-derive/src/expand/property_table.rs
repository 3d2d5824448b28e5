//! Many properties by their names: the table in which the runtime looks them up, made here, because the compiler takes its time
//! for each byte that a constant looks at.
//!
//! It is what `odata_core::metadata::property_table` reads: the two change together.

/// A place for each remainder of a power of two, at least twice as many as names: 0 is an empty one, anything else one more than
/// the position of a name. A name is at the place that it is spread to, or at the next that was empty.
///
/// Nothing for more names than it can number.
pub(super) fn table<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Option<Vec<u16>> {
    u16::try_from(names.len()).ok()?;
    let mut table = vec![0; (2 * names.len()).next_power_of_two()];
    let mask = table.len() - 1;
    for (number, name) in (1..).zip(names) {
        let mut place = spread(name) & mask;
        while table[place] != 0 {
            place = (place + 1) & mask;
        }
        table[place] = number;
    }
    Some(table)
}

/// Names of one type differ at their beginnings, their ends or in their lengths.
fn spread(name: &str) -> usize {
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
    fn names_are_spread_as_the_runtime_spreads_them() {
        let spread = ["id", "createdDateTime", "größe"].map(spread);
        assert_eq!(spread, [2_771_293_721, 1_680_050_498, 471_922_580]);
    }

    #[test]
    fn each_name_has_a_place() {
        let names: Vec<_> = (0..1_000).map(|number| format!("property{number}")).collect();
        let table = table(names.iter().map(String::as_str)).expect("they can be numbered");
        let mut numbers: Vec<_> = table.into_iter().filter(|number| *number != 0).collect();
        numbers.sort_unstable();
        assert!(numbers.into_iter().eq(1..=1_000));
    }
}
