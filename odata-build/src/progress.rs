//! A line about what is going on, when it takes more than a second.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Says what is going on, to the standard error: what takes less than a second goes without a word.
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

    /// A step begins.
    pub(crate) fn say(&self, step: &str) {
        // Without the thread there is nobody to tell, which is no reason to stop.
        let _ = self.0.send(step.to_owned());
    }
}
