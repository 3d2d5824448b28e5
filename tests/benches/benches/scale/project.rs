//! A package that contains one model, and the measurement of `cargo check`.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use odata_benches::package::{manifest, workspace, write};

/// The number of times that each model is checked. The fastest run counts.
const RUNS: usize = 3;

/// The processor time and the peak memory of `cargo check` for one package.
#[derive(Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) seconds: f64,
    pub(crate) kilobytes: f64,
}

/// A package that contains one model.
pub(crate) struct Project {
    folder: PathBuf,
    source: String,
}

impl Project {
    /// Writes a package without the model, and checks its dependencies.
    pub(crate) fn new(name: &str, source: String) -> Self {
        let folder = workspace().join("target/compile/scale").join(name);
        write(&folder.join("Cargo.toml"), &manifest(name));
        let project = Self { folder, source };
        project.write_library("");
        project.check();
        project
    }

    fn write_library(&self, source: &str) {
        write(&self.folder.join("src/lib.rs"), source);
    }

    /// Runs `cargo check` with `/usr/bin/time`, which also reports the largest amount of memory of a rustc process.
    fn check(&self) -> Measured {
        let output = Command::new("/usr/bin/time")
            .args(["-f", "%U %S %M", env!("CARGO"), "check", "--quiet"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .stdout(Stdio::null())
            .output()
            .expect("`/usr/bin/time`, from the package `time`");
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "cargo check in {}: {text}", self.folder.display());
        let numbers: Vec<f64> =
            text.split_whitespace().rev().take(3).map(|number| number.parse().expect("a number")).collect();
        let [kilobytes, system, user] = numbers[..] else { panic!("three numbers: {text}") };
        Measured { seconds: user + system, kilobytes }
    }
}

/// Checks two models in turn, and returns the fastest run of each.
pub(crate) fn measure(projects: [&Project; 2]) -> [Measured; 2] {
    let run = || {
        projects.map(|project| {
            project.write_library(&project.source);
            project.check()
        })
    };
    let runs: Vec<[Measured; 2]> = (0..RUNS).map(|_| run()).collect();
    [0, 1].map(|project| {
        let of_project = runs.iter().map(|run| run[project]);
        of_project.min_by(|one, other| one.seconds.total_cmp(&other.seconds)).expect("a run")
    })
}
