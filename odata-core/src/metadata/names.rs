//! Names, told apart without comparing them, or compared as constants have to.

/// FNV-1a, 64 bits.
pub(super) fn hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
