//! Packages that a benchmark writes and compiles with cargo.

use std::fs;
use std::path::{Path, PathBuf};

/// Returns the folder of this workspace.
///
/// # Panics
///
/// Panics if the folder no longer exists.
#[must_use]
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

/// Returns the manifest of a package with a generated model, or with the same model for the derives of serde.
#[must_use]
pub fn manifest(name: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\nodata-core = {{ path = '{}', features = ['rust_decimal', 'uuid'] }}\n\
         chrono = {{ version = '0.4', default-features = false, features = ['alloc', 'serde'] }}\n\
         rust_decimal = {{ version = '1', default-features = false, features = ['std', 'serde'] }}\n\
         serde = {{ version = '1', features = ['derive'] }}\nserde_json = '1'\n\
         uuid = {{ version = '1', default-features = false, features = ['serde'] }}\n\n[workspace]\n",
        workspace().join("odata-core").display(),
    )
}

/// Writes a file, and creates its folder if it doesn't exist.
///
/// # Panics
///
/// Panics if the file can't be written.
pub fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().expect("in a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
}
