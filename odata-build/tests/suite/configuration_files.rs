//! Configuration files, and the options of the command.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

use odata_build::{Configuration, ConfigurationOption};

use crate::configuration::{CLINIC, EVERY_OPTION};

/// A temporary directory with a document and a configuration file, which is removed at the end of a test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str, configuration: &str) -> Self {
        let folder = env::temp_dir().join(format!("odata-build-configuration-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("clinic.xml"), CLINIC).expect("a file");
        fs::write(folder.join("odata-build.toml"), configuration).expect("a file");
        Self(folder)
    }

    /// Returns the output of `odata-build generate clinic.xml` with additional arguments.
    fn generate(&self, arguments: &[&str]) -> (bool, String, String) {
        let output = run(&self.0, &[&["generate", "clinic.xml"], arguments].concat());
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status.success(), text(output.stdout), text(output.stderr))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let command =
        Command::new(env!("CARGO_BIN_EXE_odata-build")).current_dir(folder).args(arguments).output();
    command.expect("the command")
}

#[test]
fn command_uses_file_in_current_directory() {
    let folder = Folder::new("default", "rename = 'clinic.wardV2=Ward'");
    let (is_success, source, messages) = folder.generate(&[]);
    assert!(is_success && source.contains("pub struct Ward {"), "{messages}");
    assert_eq!(messages, "reading options from `odata-build.toml`; use `--no-config` to ignore this file\n");
    let (_, source, messages) = folder.generate(&["--no-config"]);
    assert!(source.contains("pub struct WardV2 {") && messages.is_empty(), "{messages}");
    let (_, source, _) = folder.generate(&["--rename", "clinic.wardV2=Room"]);
    assert!(source.contains("pub struct Room {"));
    fs::write(folder.0.join("other.toml"), "rename = 'clinic.note=Memo'").expect("a file");
    let (_, source, messages) = folder.generate(&["--config", "other.toml"]);
    assert!(source.contains("pub struct Memo {") && source.contains("pub struct WardV2 {"));
    assert!(messages.is_empty(), "{messages}");
}

#[test]
fn command_reports_mistakes_in_options() {
    let folder = Folder::new("mistakes", "typs = 'a.*'");
    let (is_success, _, messages) = folder.generate(&[]);
    assert!(
        !is_success
            && messages
                .ends_with("error: odata-build.toml: line 1: unknown option `typs`; did you mean `types`?\n")
    );
    let (is_success, _, messages) = folder.generate(&["--no-config", "--key", "clinic.*=auto"]);
    assert!(
        !is_success
            && messages.contains("'--key <PATTERN=ACCESS>': invalid key access `auto`; expected `computed`,"),
        "{messages}"
    );
    let (is_success, _, messages) = folder.generate(&["--no-config", "--preset", "x"]);
    assert!(!is_success && messages.contains("unknown preset `x`; the only preset is `graph`"), "{messages}");
    let (is_success, _, messages) = folder.generate(&["--config", "missing.toml"]);
    assert!(!is_success && messages.contains("missing.toml: "), "{messages}");
}

#[test]
fn command_applies_options_in_their_order() {
    let folder = Folder::new("order", "");
    let is_computed = |arguments: &[&str]| {
        let (is_success, source, messages) = folder.generate(&[&["--no-config"], arguments].concat());
        assert!(is_success, "{messages}");
        source.contains("#[odata(computed)]\n        pub beds")
    };
    assert!(is_computed(&[]));
    assert!(!is_computed(&["--computed", "*/created", "--not-computed", "*/beds"]));
    assert!(is_computed(&["--not-computed", "*/beds", "--computed", "*/beds"]));
    assert!(!is_computed(&["--computed", "*/beds", "--not-computed", "*/beds"]));
}

#[test]
fn command_unsets_options_of_file() {
    let folder = Folder::new("unset", "types = 'clinic.note'\nnon-exhaustive = true");
    let generated = |arguments: &[&str]| {
        let (is_success, source, messages) = folder.generate(arguments);
        assert!(is_success, "{messages}");
        (source.contains("pub struct Record {"), source.contains("#[non_exhaustive]"))
    };
    assert_eq!(generated(&[]), (false, true));
    assert_eq!(generated(&["--unset", "non-exhaustive"]), (false, false));
    assert_eq!(generated(&["--unset", "types", "--types", "clinic.record"]), (true, true));
    assert_eq!(generated(&["--unset", "types", "--unset", "non-exhaustive"]), (true, false));
    assert_eq!(generated(&["--unset", "non-exhaustive", "--non-exhaustive"]), (false, true));
    let (is_success, _, messages) = folder.generate(&["--unset", "typs"]);
    assert!(!is_success && messages.contains("unknown option `typs`; did you mean `types`?"), "{messages}");
}

#[test]
fn all_command_options_are_file_keys() {
    let help = run(Path::new("."), &["generate", "--help"]);
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    let of_command: BTreeSet<&str> = help
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("-t, ").or(Some(line.trim_start())))
        .filter_map(|line| line.strip_prefix("--"))
        .map(|line| line.split(' ').next().unwrap_or(line))
        .collect();
    // These command-line options select the documents and configuration files, so the file has no keys for them.
    let of_command: BTreeSet<&str> =
        &of_command - &BTreeSet::from(["config", "include", "no-config", "output-dir"]);
    let of_file: BTreeSet<&str> = Configuration::options().iter().map(ConfigurationOption::name).collect();
    assert_eq!(of_command, of_file);
    let is_tested = |name: &&str| EVERY_OPTION.lines().any(|line| line.starts_with(&format!("{name} = ")));
    let untested: Vec<&str> = of_file.into_iter().filter(|name| !is_tested(name)).collect();
    assert_eq!(untested, ["preset", "unset"]);
}

#[test]
fn configuration_error_contains_file_name() {
    let folder = Folder::new("errors", "strict = true\ntyps = 'a.*'\n");
    let error = Configuration::read_file(folder.0.join("odata-build.toml")).expect_err("unknown option");
    assert!(
        error.to_string().ends_with("odata-build.toml: line 2: unknown option `typs`; did you mean `types`?")
    );
    let error = Configuration::read_file(folder.0.join("nothing.toml")).expect_err("no file");
    assert!(error.to_string().contains("nothing.toml: "), "{error}");
    assert_eq!(error.line(), None);
}
