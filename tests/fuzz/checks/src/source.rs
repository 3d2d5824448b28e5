//! `Source`: choices and strings from the bytes of the fuzzer.

use arbitrary::Unstructured;

/// Fragments with a special meaning in URLs, in OData expressions, in JSON, or in Unicode.
const FRAGMENTS: [&str; 48] = [
    "a",
    "b",
    "'",
    "''",
    "')",
    "%27",
    "%",
    "%2F",
    "/",
    "..",
    ".",
    "#",
    "?",
    "&",
    "=",
    ";",
    ",",
    ":",
    "@",
    "$",
    "(",
    ")",
    "\"",
    "\\",
    "+",
    " ",
    "\t",
    "\n",
    "\r",
    "\0",
    "é",
    "\u{301}",
    "\u{202e}",
    "😀",
    " or 1 eq 1",
    " and ",
    "null",
    "true",
    "NOT ",
    " AND ",
    "$count",
    "$filter=",
    "12",
    "34",
    "-",
    "[",
    "{",
    "abcdef12-0000-0000-0000-00000000000a",
];

/// The bytes of the fuzzer. If no bytes remain, every choice is 0.
pub(crate) struct Source<'b> {
    input: Unstructured<'b>,
    /// How many more choices can be made. Afterwards, every choice is 0.
    remaining: usize,
}

impl<'b> Source<'b> {
    pub(crate) fn new(payload: &'b [u8]) -> Self {
        Self { input: Unstructured::new(payload), remaining: 400 }
    }

    /// Chooses a number that is less than `count`.
    pub(crate) fn choose(&mut self, count: u8) -> u8 {
        let Some(remaining) = self.remaining.checked_sub(1) else { return 0 };
        self.remaining = remaining;
        self.input.arbitrary::<u8>().unwrap_or_default() % count
    }

    pub(crate) fn is_set(&mut self) -> bool {
        self.choose(2) == 1
    }

    /// Returns a value with random bits.
    pub(crate) fn bits(&mut self) -> u64 {
        let length = usize::from(self.choose(9));
        let mut bytes = [0; 8];
        for byte in &mut bytes[..length] {
            *byte = self.input.arbitrary().unwrap_or_default();
        }
        u64::from_le_bytes(bytes)
    }

    pub(crate) fn integer(&mut self) -> i64 {
        self.bits().cast_signed()
    }

    pub(crate) fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.choose(6) {
            match self.choose(64) {
                choice if usize::from(choice) < FRAGMENTS.len() => text += FRAGMENTS[usize::from(choice)],
                _ => text.extend(u32::try_from(self.bits() & 0x1f_ffff).ok().and_then(char::from_u32)),
            }
        }
        text
    }

    pub(crate) fn texts(&mut self) -> Vec<String> {
        (0..self.choose(4)).map(|_| self.text()).collect()
    }
}
