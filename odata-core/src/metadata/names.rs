//! Functions that hash and compare the names of types.

/// Returns the 64-bit FNV-1a hash of a name.
pub(super) fn hash(name: &str) -> u64 {
    name.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Checks whether two byte slices are equal. Constant functions call `is_equal`, because they can't compare slices with
/// `==` yet.
pub(super) const fn is_equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    // Names in one namespace usually differ at the end.
    let mut position = left.len();
    while position > 0 {
        position -= 1;
        if left[position] != right[position] {
            return false;
        }
    }
    true
}
