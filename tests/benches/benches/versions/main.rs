//! The time to check models with many versions of each type: `cargo bench -p odata-benches --bench versions`.
//!
//! A document that resembles a Redfish schema has 12 resources that refer to each other, with 3, 10 and 30 versions each. odata-build
//! generates a model with flat enums and a model with merged versions. The rival is the same model with the derives of serde. The benchmark
//! takes several minutes.

mod document;
mod rival;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use odata_benches::package::{manifest, workspace, write};
use odata_build::{Document, Generator};

const VERSIONS: [usize; 3] = [3, 10, 30];

/// The number of times that each model is checked. The fastest run counts.
const RUNS: usize = 3;

fn main() {
    // `cargo test --benches` only checks whether it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!(
        "| versions | types | flat enums | merged | serde | flat / serde | flat, per type to 3 versions |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|");
    let mut first = None;
    for versions in VERSIONS {
        let text = document::with_versions(versions);
        let document = Document::read(&text).expect("CSDL");
        let generator = || Generator::new(&document).follow_navigation();
        let flat = generator().source().expect("a model");
        let merged = generator().merge_versions().source().expect("a model");
        let [flat, merged, serde] =
            [("flat", flat), ("merged", merged), ("serde", rival::with_versions(versions))]
                .map(|(name, source)| check(name, &source).as_secs_f64());
        let types = document.structured_types().count() + document.enumeration_types().count();
        #[expect(clippy::cast_precision_loss, reason = "there are less than 2⁵² types")]
        let per_type = flat / types as f64;
        let first = *first.get_or_insert(per_type);
        println!(
            "| {versions} | {types} | {flat:.2} s | {merged:.2} s | {serde:.2} s | {:.2} | {:.2} |",
            flat / serde,
            per_type / first,
        );
    }
}

/// Returns the time of `cargo check` for a library with the given source. The time to build its dependencies isn't included.
fn check(name: &str, source: &str) -> Duration {
    let folder = workspace().join("target/compile/versions").join(name);
    write(&folder.join("Cargo.toml"), &manifest(name));
    let library = folder.join("src/lib.rs");
    write(&library, "");
    cargo_check(&folder);
    let runs = (0..RUNS).map(|_| {
        write(&library, source);
        let before = Instant::now();
        cargo_check(&folder);
        before.elapsed()
    });
    runs.min().expect("a run")
}

fn cargo_check(folder: &Path) {
    let status = Command::new(env!("CARGO"))
        .args(["check", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .stderr(Stdio::inherit())
        .status();
    assert!(status.expect("cargo").success(), "cargo check in {}", folder.display());
}
