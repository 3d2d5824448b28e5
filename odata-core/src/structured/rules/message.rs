//! Concatenation of error messages at compile time.

/// An error message that is concatenated at compile time.
pub(super) struct Message {
    bytes: [u8; 1024],
    length: usize,
}

impl Message {
    /// Concatenates strings into a message of up to 1,024 bytes. No message is longer than 1,024 bytes, because a
    /// message contains few names, and a name has at most 128 characters.
    pub(super) const fn new(parts: &[&str]) -> Self {
        let mut message = Self { bytes: [0; 1024], length: 0 };
        let mut part = 0;
        while part < parts.len() {
            message.push(parts[part].as_bytes());
            part += 1;
        }
        message
    }

    const fn push(&mut self, bytes: &[u8]) {
        if self.length + bytes.len() > self.bytes.len() {
            return;
        }
        let mut position = 0;
        while position < bytes.len() {
            self.bytes[self.length + position] = bytes[position];
            position += 1;
        }
        self.length += bytes.len();
    }

    #[track_caller]
    pub(super) const fn panic(&self) -> ! {
        let Ok(text) = core::str::from_utf8(self.bytes.split_at(self.length).0) else { unreachable!() };
        panic!("{}", text)
    }
}
