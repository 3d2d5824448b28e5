//! A Cargo package that a test creates and compiles.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The features and the dependencies that the package doesn't use are the same as in the workspace, so that few dependencies are compiled
/// again.
const MANIFEST: &str = r#"[package]
name = "odata-build-compile"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
chrono = { version = "0.4", default-features = false, features = ["now", "serde"] }
num-traits = { version = "0.2", default-features = false, features = ["std"] }
odata-build = { path = "WORKSPACE/odata-build", default-features = false }
odata-core = { path = "WORKSPACE/odata-core", features = ["http", "rust_decimal", "uuid"] }
rust_decimal = { version = "1", default-features = false, features = ["std"] }
serde = { version = "1", features = ["alloc", "derive", "rc"] }
serde_core = "1"
serde_json = "1"
syn = { version = "3", features = ["extra-traits", "fold", "full", "visit", "visit-mut"] }
uuid = { version = "1", default-features = false }

[build-dependencies]
syn = { version = "3", features = ["extra-traits", "fold", "full", "visit", "visit-mut"] }

[profile.dev]
debug = 0
incremental = false

# The package isn't a member of the workspace that contains its directory.
[workspace]
"#;

/// A binary package in the directory for temporary files of the tests.
pub(super) struct Package {
    directory: PathBuf,
}

impl Package {
    /// Creates the package without source files. The package has the dependencies and the lock file of the workspace, so that a build needs
    /// no network.
    pub(super) fn new(name: &str) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let package = Self { directory };
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let path = workspace.canonicalize().expect("the workspace").display().to_string();
        package.write("Cargo.toml", &MANIFEST.replace("WORKSPACE", &path.replace('\\', "/")));
        let lock = fs::read_to_string(workspace.join("Cargo.lock")).expect("the lock file");
        package.write("Cargo.lock", &lock);
        package
    }

    /// Writes a file to the package. `path` is relative to the directory of the package. A file with the same content isn't written, so
    /// that it isn't compiled again.
    pub(super) fn write(&self, path: &str, content: &str) {
        let path = self.directory.join(path);
        if fs::read_to_string(&path).is_ok_and(|existing| existing == content) {
            return;
        }
        fs::create_dir_all(path.parent().expect("a directory")).expect("a directory");
        fs::write(path, content).expect("a file");
    }

    /// Builds and runs the package, and returns its output.
    #[track_caller]
    pub(super) fn run(&self) -> String {
        self.cargo("run")
    }

    /// Runs `cargo check` for the package.
    #[track_caller]
    pub(super) fn check(&self) {
        self.cargo("check");
    }

    /// Runs a command of cargo with the target folder of the workspace.
    #[track_caller]
    fn cargo(&self, command: &str) -> String {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
        let output = Command::new(env!("CARGO"))
            .args([command, "--offline", "--quiet", "--color=never", "--target-dir"])
            .arg(target)
            .current_dir(&self.directory)
            .output()
            .expect("cargo");
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "`cargo {command}` failed:\n{messages}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}
