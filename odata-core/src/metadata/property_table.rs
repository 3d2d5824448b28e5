//! Many properties by their names, without looking at each: a table that is made while the user's crate is compiled.

use super::Property;

/// A table of `N` places, a power of two and more than there are properties; 0 is an empty one, anything else one more than the
/// position of a property.
///
/// A property is at the place that its name is spread to, or at the next that was empty.
///
/// # Panics
///
/// `N` is no such number: the derives take one that is.
#[must_use]
pub const fn table<const N: usize>(properties: &[Property]) -> [u16; N] {
    assert!(N.is_power_of_two() && N > properties.len() && N <= 1 << 16, "no such table");
    let mut table = [0; N];
    let (mut position, mut number) = (0, 0);
    while position < properties.len() {
        number += 1;
        let mut place = spread(properties[position].name()) & (N - 1);
        while table[place] != 0 {
            place = (place + 1) & (N - 1);
        }
        table[place] = number;
        position += 1;
    }
    table
}

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
const fn spread(name: &str) -> usize {
    let bytes = name.as_bytes();
    let (first, last) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (0, short(bytes)),
    };
    let mixed = (first ^ last.rotate_left(29)).wrapping_add(bytes.len() as u64);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}

const fn short(bytes: &[u8]) -> u64 {
    let (mut word, mut position) = (0, 0);
    while position < bytes.len() {
        word = word << 8 | bytes[position] as u64;
        position += 1;
    }
    word
}
