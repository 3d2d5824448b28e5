//! The `odata-build` command: `odata-build generate METADATA --types 'microsoft.graph.security.*' -o model.rs`.

mod generate_options;
mod progress;

use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use odata_build::document::Warning;
use odata_build::{Document, GenerateError, Generator, ReadError};

use generate_options::GenerateOptions;
use progress::Progress;

/// Generate Rust models from CSDL documents of OData services.
#[derive(Parser)]
#[command(name = "odata-build", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate a Rust model: structs and enums that derive `ODataEntity`, `ODataComplex` and `ODataEnum`.
    ///
    /// The model contains the types that `--types` selects, their base types, and the types of their properties. A navigation property is
    /// left out unless the model contains the entity type that it refers to.
    #[command(
        after_help = "Example:\n  odata-build generate metadata.xml --types 'microsoft.graph.security.*' -o model.rs"
    )]
    Generate {
        #[command(flatten)]
        input: Input,
        #[command(flatten)]
        options: Box<GenerateOptions>,
        /// Write the model to a file instead of standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Write the model to a directory: `mod.rs`, and a file for each namespace. The files of an earlier model in the directory are
        /// removed if the new model doesn't contain their namespaces.
        #[arg(long, value_name = "DIR", conflicts_with = "output")]
        output_dir: Option<PathBuf>,
    },
    /// Convert a document to CSDL XML or CSDL JSON. Elements and attributes that CSDL doesn't define are left out, with a warning.
    Convert {
        #[command(flatten)]
        input: Input,
        /// The format of the converted document.
        #[arg(long, value_enum)]
        to: Format,
        /// Write the converted document to a file instead of standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// List the entity, complex and enumeration types of a document, with their qualified names and base types.
    List {
        #[command(flatten)]
        input: Input,
    },
}

#[derive(clap::Args)]
struct Input {
    /// The CSDL documents to read, in XML or JSON: files, folders, or `-` for standard input. A service provides its document at
    /// `/$metadata`.
    ///
    /// If a document references another document, the other document is read from the same folder.
    #[arg(required = true)]
    metadata: Vec<PathBuf>,
    /// Read another document or folder in addition to the METADATA arguments. Can be specified multiple times.
    #[arg(long, value_name = "PATH")]
    include: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// CSDL XML.
    Xml,
    /// CSDL JSON.
    Json,
}

type CommandResult = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> CommandResult {
    let progress = Progress::start();
    match command {
        Command::Generate { input, options, output, output_dir } => {
            let configuration = options.configuration()?;
            let document = input.read_without_warnings(&progress)?;
            progress.set_step("generating");
            let generator = Generator::new(&document).configure(&configuration);
            match output_dir {
                Some(directory) => write_files(&generator, &document, &directory),
                None => write_source(&generator, &document, output.as_deref()),
            }
        }
        Command::Convert { input, to, output } => {
            let document = input.read(&progress)?;
            progress.set_step("writing");
            let (warnings, text) = match to {
                Format::Xml => (document.xml_warnings(), document.to_xml()),
                Format::Json => (document.json_warnings(), document.to_json()),
            };
            print(&warnings);
            write(output.as_deref(), &text)
        }
        Command::List { input } => write(None, &list(&input.read(&progress)?)),
    }
}

fn write_source(generator: &Generator<'_>, document: &Document, output: Option<&Path>) -> CommandResult {
    let generated = generator.generate();
    print_warnings_of(document, generated.as_ref().err());
    let generated = generated?;
    print(&generated.warnings);
    write(output, &generated.source)
}

fn write_files(generator: &Generator<'_>, document: &Document, directory: &Path) -> CommandResult {
    let generated = generator.generate_files();
    print_warnings_of(document, generated.as_ref().err());
    let generated = generated?;
    print(&generated.warnings);
    Ok(generated.write(directory)?)
}

/// Prints the warnings of a document, without the warnings that are already part of a [`GenerateError::InvalidDocument`].
fn print_warnings_of(document: &Document, error: Option<&GenerateError>) {
    let is_invalid = matches!(error, Some(GenerateError::InvalidDocument { .. }));
    let is_listed = |warning: &Warning| is_invalid && warning.is_about_element();
    print(document.warnings().iter().filter(|warning| !is_listed(warning)));
}

impl Input {
    /// Reads the documents that the command line specifies, and prints the warnings about them.
    fn read(&self, progress: &Progress) -> Result<Document, ReadError> {
        let document = self.read_without_warnings(progress)?;
        print(document.warnings());
        Ok(document)
    }

    fn read_without_warnings(&self, progress: &Progress) -> Result<Document, ReadError> {
        let paths: Vec<_> = self.metadata.iter().chain(&self.include).collect();
        let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        progress.set_step(&format!("reading {}", names.join(", ")));
        Document::read_all(paths)
    }
}

fn print<W: Display>(warnings: impl IntoIterator<Item = W>) {
    warnings.into_iter().for_each(|warning| eprintln!("warning: {warning}"));
}

fn write(output: Option<&Path>, text: &str) -> CommandResult {
    match output {
        Some(path) => {
            std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
        }
        None => match std::io::stdout().write_all(text.as_bytes()) {
            // The reader of a pipe, such as `head`, can close the pipe early. This isn't an error.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            written => Ok(written?),
        },
    }
}

fn list(document: &Document) -> String {
    let mut lines: Vec<String> = document
        .structured_types()
        .map(|structured| {
            let base = structured.base.as_ref().map(|base| format!(" : {base}")).unwrap_or_default();
            format!("{} {}{base}\n", structured.kind, structured.qualified_name)
        })
        .chain(document.enumeration_types().map(|item| format!("enumeration type {}\n", item.qualified_name)))
        .collect();
    lines.sort();
    lines.concat()
}
