//! Measures compile times, compared with serde's derive with `flatten`: `cargo bench -p odata-benches --bench compile`.
//!
//! The benchmark generates a crate with 1,000 types for each derive, and builds it with cargo. It takes some minutes.

mod model;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use odata_benches::package::{workspace, write};

use model::Flavour;

/// The number of times that each build runs. The fastest run counts.
const RUNS: usize = 3;

fn main() {
    // `cargo test --benches` only checks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let [ours, rival] = [Flavour::Derived, Flavour::Serde].map(|flavour| Project::new(flavour).measure());
    println!("\n| | odata-derive | serde, `flatten` | ratio | at most |\n|---|---:|---:|---:|---:|");
    let rows = [
        ("`cargo check` from clean, dependencies built", ours.check, rival.check, 0.50),
        ("`cargo check` after touching one type", ours.recheck, rival.recheck, 0.50),
        ("release build, 200 types read and written", ours.release, rival.release, 0.35),
    ];
    for (what, ours, rival, at_most) in rows {
        let [ours, rival] = [ours, rival].map(|time| time.as_secs_f64());
        println!("| {what} | {ours:.2} s | {rival:.2} s | {:.2} | {at_most:.2} |", ours / rival);
    }
    let megabytes = |bytes: u64| f64::from(u32::try_from(bytes).expect("less than 4 GB")) / 1e6;
    let [size, rival_size] = [ours.size, rival.size].map(megabytes);
    println!(
        "| size of the stripped release build | {size:.2} MB | {rival_size:.2} MB | {:.2} | 0.60 |",
        size / rival_size
    );
    let [core, usual] = [Dependencies::Core, Dependencies::Usual].map(Dependencies::measure);
    let [core, usual] = [core, usual].map(|time| time.as_secs_f64());
    println!(
        "| odata-core to serde with derive, serde_json and chrono, from nothing | {core:.2} s | {usual:.2} s | {:.2} | 1.30 |",
        core / usual,
    );
}

/// A generated crate.
struct Project {
    folder: PathBuf,
    flavour: Flavour,
}

struct Measured {
    check: Duration,
    recheck: Duration,
    release: Duration,
    size: u64,
}

impl Project {
    fn new(flavour: Flavour) -> Self {
        let folder = workspace().join("target/compile").join(flavour.name());
        write(&folder.join("Cargo.toml"), &flavour.manifest(&workspace().join("odata-core")));
        write(&folder.join("src/lib.rs"), &model::library(flavour));
        write(&folder.join("src/main.rs"), &model::program(flavour));
        Self { folder, flavour }
    }

    fn cargo(&self, arguments: &[&str], incremental: &str) -> Duration {
        let before = Instant::now();
        let status = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.join("target"))
            .env("CARGO_INCREMENTAL", incremental)
            .stderr(Stdio::null())
            .status()
            .expect("cargo");
        assert!(status.success(), "cargo {arguments:?} in {}", self.folder.display());
        before.elapsed()
    }

    fn touch(&self, file: &str) {
        let file = fs::File::open(self.folder.join(file)).expect("written");
        file.set_modified(std::time::SystemTime::now()).expect("ours");
    }

    fn measure(&self) -> Measured {
        let fastest = |run: &mut dyn FnMut() -> Duration| (0..RUNS).map(|_| run()).min().expect("a run");
        self.cargo(&["check", "--lib"], "0");
        let check = fastest(&mut || {
            self.touch("src/lib.rs");
            self.cargo(&["check", "--lib"], "0")
        });
        self.cargo(&["check", "--lib"], "1");
        let mut run = 0;
        let recheck = fastest(&mut || {
            run += 1;
            write(&self.folder.join("src/lib.rs"), &model::touched(self.flavour, run));
            self.cargo(&["check", "--lib"], "1")
        });
        self.cargo(&["build", "--release", "--bin", "program"], "0");
        let release = fastest(&mut || {
            self.touch("src/main.rs");
            self.cargo(&["build", "--release", "--bin", "program"], "0")
        });
        let program = self.folder.join("target/release/program");
        Measured { check, recheck, release, size: fs::metadata(program).expect("built").len() }
    }
}

/// The dependencies whose clean build is measured.
#[derive(Clone, Copy)]
enum Dependencies {
    Core,
    Usual,
}

impl Dependencies {
    fn measure(self) -> Duration {
        let (name, dependencies) = match self {
            Self::Core => {
                let core = workspace().join("odata-core");
                ("core", format!("odata-core = {{ path = '{}' }}\n", core.display()))
            }
            Self::Usual => ("usual", Flavour::Serde.dependencies(Path::new(""))),
        };
        let folder = workspace().join("target/compile").join(name);
        let manifest = format!(
            "[package]\nname = \"{name}-alone\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n[workspace]\n"
        );
        write(&folder.join("Cargo.toml"), &manifest);
        write(&folder.join("src/lib.rs"), "");
        let project = Project { folder, flavour: Flavour::Serde };
        project.cargo(&["fetch"], "0");
        (0..RUNS)
            .map(|_| {
                let _ = fs::remove_dir_all(project.folder.join("target"));
                project.cargo(&["build"], "0")
            })
            .min()
            .expect("a run")
    }
}
