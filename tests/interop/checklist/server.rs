//! The process of the CAP service.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// The environment variable with the absolute path of a folder that contains `node_modules`.
const MODULES: &str = "ODATA_TEST_CAP_MODULES";

/// The packages of the service.
const PACKAGES: [&str; 3] = ["@sap/cds", "@cap-js/sqlite", "sql.js"];

/// The maximum time until the service listens.
const START_TIME: Duration = Duration::from_secs(120);

/// A CAP service on a free port of the loopback interface. It stops when the value is dropped.
pub(crate) struct Server {
    process: Child,
    port: u16,
}

impl Server {
    /// Starts the service and waits until it listens.
    ///
    /// The packages of the service are in the folder `node_modules` of `ODATA_TEST_CAP_MODULES` or of `service`.
    ///
    /// # Errors
    ///
    /// Returns the reason why the tests are skipped: Node.js or the packages aren't available.
    ///
    /// # Panics
    ///
    /// Panics if the service doesn't start.
    pub(crate) fn start() -> Result<Self, String> {
        let service = Path::new(env!("CARGO_MANIFEST_DIR")).join("service");
        let modules = modules(&service)?;
        let node = Command::new("node").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if !node.is_ok_and(|status| status.success()) {
            return Err("`node` isn't available: install Node.js 20 or later".to_owned());
        }
        let log = Path::new(env!("CARGO_TARGET_TMPDIR")).join("service.log");
        let mut process = Command::new("node")
            .arg(modules.join("@sap/cds/bin/serve.js"))
            .args(["all", "--port", "0"])
            .current_dir(&service)
            .env("NODE_PATH", &modules)
            // The service stops when its standard input is closed, even if this process is killed.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(&log).expect("a log file"))
            .spawn()
            .expect("a process");
        let output = process.stdout.take().expect("the standard output");
        // The value is created first, so that the process is stopped if the service doesn't start.
        let mut server = Self { process, port: 0 };
        server.port = wait_for_port(output)
            .unwrap_or_else(|reason| panic!("{reason}\n{}", fs::read_to_string(&log).unwrap_or_default()));
        Ok(server)
    }

    /// Returns the root URL of the service.
    pub(crate) fn root(&self) -> String {
        format!("http://127.0.0.1:{}/odata/v4/observatory", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // An error means that the process has ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Returns the folder `node_modules` with the packages of the service.
fn modules(service: &Path) -> Result<PathBuf, String> {
    let folder = env::var_os(MODULES).map_or_else(|| service.to_owned(), PathBuf::from);
    let modules = folder.join("node_modules");
    if PACKAGES.iter().all(|package| modules.join(package).is_dir()) {
        return modules.canonicalize().map_err(|error| format!("`{}`: {error}", modules.display()));
    }
    Err(format!(
        "`{}` doesn't contain the packages of the service: run `npm ci --ignore-scripts` in `tests/interop/service`, or set \
         `{MODULES}` to a folder with `node_modules`",
        modules.display()
    ))
}

/// Reads the output of the service until it contains the port, and ignores the remaining output.
fn wait_for_port(output: ChildStdout) -> Result<u16, String> {
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            // The receiver is dropped when the port is known. The output must still be read.
            let _ = sender.send(line);
        }
    });
    let deadline = Instant::now() + START_TIME;
    let mut received = String::new();
    loop {
        match lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            Ok(line) => {
                if let Some(port) = line.strip_prefix("listening on port ") {
                    return port.parse().map_err(|_| format!("`{port}` isn't a port"));
                }
                received.push_str(&line);
                received.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!("the service doesn't listen after {START_TIME:?}:\n{received}"));
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(format!("the service stopped before it listened:\n{received}"));
            }
        }
    }
}
