//! Names, as constants see them.

/// FNV-1a, 64 bits.
pub(super) const fn hash(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut position = 0;
    while position < bytes.len() {
        hash = (hash ^ bytes[position] as u64).wrapping_mul(0x0100_0000_01b3);
        position += 1;
    }
    hash
}

/// `==`, which is no constant yet.
pub(super) const fn is_equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    // Names of one namespace differ at their ends.
    let mut position = left.len();
    while position > 0 {
        position -= 1;
        if left[position] != right[position] {
            return false;
        }
    }
    true
}
