//! Progress messages for steps of the command that take longer than a second.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Prints the current step of the command to standard error, once per second. A step that takes less than a second isn't printed.
pub(crate) struct Progress(Sender<String>);

impl Progress {
    pub(crate) fn start() -> Self {
        let (sender, steps) = channel::<String>();
        thread::spawn(move || {
            let start = Instant::now();
            let mut current = String::new();
            loop {
                match steps.recv_timeout(Duration::from_secs(1)) {
                    Ok(step) => current = step,
                    Err(RecvTimeoutError::Timeout) => {
                        eprintln!("{current} … {} s", start.elapsed().as_secs());
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Self(sender)
    }

    /// Sets the name of the current step, such as `generating`.
    pub(crate) fn set_step(&self, step: &str) {
        // `send` fails only if the printing thread has ended. The command works without progress messages.
        let _ = self.0.send(step.to_owned());
    }
}
