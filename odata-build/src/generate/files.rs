//! Generation of a model in several files, one for each namespace.

use std::path::{Path, PathBuf};

use super::naming::identifier;
use super::plan::Plan;
use super::source::{self, ALLOWED, Module};
use super::{GenerateError, Generator, Warning};

/// The name of the root file of a model. The files of the other modules are in the same directory as `mod.rs`, because
/// the compiler searches for the child modules of `mod.rs` there.
const ROOT: &str = "mod.rs";

/// Module names that can't be used as file names: `mod.rs` is the root file of a directory, and the other names are device names on Windows.
const RESERVED: [&str; 5] = ["aux", "con", "mod", "nul", "prn"];

/// A generated model in several files, returned by [`Generator::generate_files`].
///
/// ```
/// use odata_build::{Document, Generator};
///
/// let document = Document::from_xml(
///     r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="dose" /></Schema></DataServices></Edmx>"#,
/// )?;
/// let output = Generator::new(&document).generate_files()?;
/// # let directory = std::env::temp_dir().join(format!("odata-build-files-{}", std::process::id()));
/// output.write(&directory)?;
/// assert!(directory.join("clinic.rs").exists());
/// # std::fs::remove_dir_all(&directory)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutputFiles {
    /// The files of the model: `mod.rs`, followed by a file for each module. The same document and options always result in the same files.
    pub files: Vec<OutputFile>,
    /// The warnings about invalid elements of the document, sorted by element.
    pub warnings: Vec<Warning>,
}

/// A file of a generated model.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutputFile {
    /// The path of the file, relative to the directory of the model, such as `graph/security.rs`.
    pub path: PathBuf,
    /// The Rust source of the file.
    pub source: String,
}

impl OutputFiles {
    /// Writes the files to a directory, and creates missing directories. A file isn't written if its content is unchanged, so that its
    /// modification time is preserved.
    ///
    /// If the directory already contains a generated model, the files of modules that the new model doesn't contain are removed. For
    /// example, `clinic/staff.rs` is removed if the document no longer declares the namespace `clinic.staff`. Other files aren't removed.
    ///
    /// # Errors
    ///
    /// Returns [`GenerateError::Io`] if a directory can't be created, or if a file can't be written or removed.
    pub fn write(&self, directory: impl AsRef<Path>) -> Result<(), GenerateError> {
        let directory = directory.as_ref();
        let existing = existing_files(directory);
        for file in &self.files {
            let path = directory.join(&file.path);
            if std::fs::read_to_string(&path).is_ok_and(|source| source == file.source) {
                continue;
            }
            let created = path.parent().map_or(Ok(()), std::fs::create_dir_all);
            let written = created.and_then(|()| std::fs::write(&path, &file.source));
            written.map_err(|error| GenerateError::Io(path, error))?;
        }
        let is_outdated = |path: &PathBuf| !self.files.iter().any(|file| file.path == *path);
        existing.into_iter().filter(is_outdated).try_for_each(|path| remove(directory, &path))
    }
}

impl Generator<'_> {
    /// Generates the model in several files: `mod.rs`, and a file for the module of each namespace, such as `graph.rs` and
    /// `graph/security.rs`. The files contain the same items as the source that [`generate`](Self::generate) returns.
    ///
    /// ```
    /// use odata_build::{Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="dose" /></Schema>
    ///          <Schema Namespace="clinic.staff"><ComplexType Name="nurse" /></Schema></DataServices></Edmx>"#,
    /// )?;
    /// let output = Generator::new(&document).generate_files()?;
    /// let paths: Vec<_> = output.files.iter().map(|file| file.path.display().to_string().replace('\\', "/")).collect();
    /// assert_eq!(paths, ["mod.rs", "clinic.rs", "clinic/staff.rs"]);
    /// assert!(output.files[0].source.ends_with("pub mod clinic;\n"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if [`generate`](Self::generate) returns an error.
    pub fn generate_files(&self) -> Result<OutputFiles, GenerateError> {
        let (files, warnings) = self.with_plan(files)?;
        Ok(OutputFiles { files, warnings })
    }

    /// Generates the model and writes its files to a directory. In a build script, prints each warning as a cargo warning.
    ///
    /// If the directory is `src/model`, declare the model with `mod model;` in the crate root. For a directory in
    /// `OUT_DIR`, write `include!(concat!(env!("OUT_DIR"), "/model/mod.rs"));` in the crate. The following build script
    /// creates the directory `model` in `OUT_DIR`.
    ///
    /// ```no_run
    /// fn main() -> Result<(), Box<dyn std::error::Error>> {
    ///     println!("cargo::rerun-if-changed=metadata.xml");
    ///     let document = odata_build::Document::read_file("metadata.xml")?;
    ///     // In the crate: `include!(concat!(env!("OUT_DIR"), "/model/mod.rs"));`
    ///     let directory = std::path::Path::new(&std::env::var("OUT_DIR")?).join("model");
    ///     Ok(odata_build::Generator::new(&document).types("clinic.*").write_files(directory)?)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if [`generate_files`](Self::generate_files) or [`OutputFiles::write`] returns an error.
    pub fn write_files(&self, directory: impl AsRef<Path>) -> Result<(), GenerateError> {
        let output = self.generate_files()?;
        self.print_warnings(&output.warnings);
        output.write(directory)
    }
}

fn files(plan: &Plan<'_>) -> Vec<OutputFile> {
    let mut files = Vec::new();
    let location = Location { path: PathBuf::from(ROOT), directory: PathBuf::new() };
    add(Module::root(plan), location, ALLOWED, &mut files);
    files
}

/// The location of a generated module: the path of its file, and the directory of its child modules.
struct Location {
    /// The path of the file that contains the module.
    path: PathBuf,
    /// The directory that contains the files of the child modules.
    directory: PathBuf,
}

impl Location {
    fn of_child(&self, name: &str) -> Self {
        let directory = self.directory.join(directory_name(name));
        let path = if is_reserved(name) { directory.join(ROOT) } else { directory.with_extension("rs") };
        Self { path, directory }
    }

    /// Returns the declaration of a child module in the source of its parent, such as `pub mod security;`.
    fn declaration(&self, name: &str) -> String {
        let identifier = identifier(name);
        if !is_reserved(name) {
            return format!("pub mod {identifier};\n");
        }
        // A `#[path]` is relative to the directory of the file that contains it. The files of child modules are in a subdirectory, unless the
        // file with the `#[path]` is `mod.rs`.
        let stem = self.path.file_stem().filter(|_| !self.path.ends_with(ROOT));
        let prefix = stem.map(|stem| format!("{}/", stem.display())).unwrap_or_default();
        format!("#[path = \"{prefix}{}/{ROOT}\"]\npub mod {identifier};\n", directory_name(name))
    }
}

/// Adds the file of a module and the files of its child modules to `files`.
fn add(mut module: Module, location: Location, attributes: &str, files: &mut Vec<OutputFile>) {
    let mut blocks = module.own_blocks();
    let names = module.children.iter().map(|(name, _)| name);
    blocks.extend(names.map(|name| format!("{attributes}{}", location.declaration(name))));
    let children: Vec<_> =
        module.children.into_iter().map(|(name, child)| (location.of_child(&name), child)).collect();
    files.push(OutputFile { path: location.path, source: source::file(&blocks) });
    for (location, child) in children {
        add(child, location, "", files);
    }
}

/// Returns the paths of the files of a generated model that a directory already contains. The files are found by the declarations of
/// modules, so that the generated files of another model in the same directory aren't returned.
fn existing_files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut locations = vec![Location { path: PathBuf::from(ROOT), directory: PathBuf::new() }];
    while let Some(location) = locations.pop() {
        let source = std::fs::read_to_string(directory.join(&location.path)).unwrap_or_default();
        if !source.starts_with(source::GENERATED.trim_end()) {
            continue;
        }
        let declarations = source.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
        locations.extend(declarations.map(|name| location.of_child(name.trim_start_matches("r#"))));
        files.push(location.path);
    }
    files
}

/// Removes a file, and its parent directories up to `directory` if they are empty.
fn remove(directory: &Path, file: &Path) -> Result<(), GenerateError> {
    let path = directory.join(file);
    std::fs::remove_file(&path).map_err(|error| GenerateError::Io(path, error))?;
    let parents = file.ancestors().skip(1).filter(|parent| *parent != Path::new(""));
    // `remove_dir` fails if a directory isn't empty. Such a directory is still used.
    let _ = parents.map(|parent| directory.join(parent)).try_for_each(std::fs::remove_dir);
    Ok(())
}

fn directory_name(name: &str) -> String {
    if is_reserved(name) { format!("{name}_module") } else { name.to_owned() }
}

fn is_reserved(name: &str) -> bool {
    RESERVED.contains(&name)
}
