//! Many properties by their names, without looking at each: in a table that the derive makes.
//!
//! It has a place for each remainder of a power of two: 0 is an empty one, anything else one more than the position of a property.
//! A property is at the place that its name is spread to, or at the next that was empty.

use super::Property;

/// The position of the property with that name.
pub(super) fn position_of(properties: &[Property], table: &[u16], name: &str) -> Option<usize> {
    let mask = table.len().checked_sub(1)?;
    let mut place = spread(name) & mask;
    loop {
        let position = usize::from(*table.get(place)?).checked_sub(1)?;
        if properties.get(position)?.name() == name {
            return Some(position);
        }
        place = (place + 1) & mask;
    }
}

/// Names of one type differ at their beginnings, their ends or in their lengths.
fn spread(name: &str) -> usize {
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
    fn names_are_spread_as_the_derive_spreads_them() {
        let spread = ["id", "createdDateTime", "größe"].map(spread);
        assert_eq!(spread, [2_771_293_721, 1_680_050_498, 471_922_580]);
    }
}
