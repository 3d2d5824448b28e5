//! The command: `odata-build generate METADATA --types 'microsoft.graph.security.*' -o model.rs`.

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

/// Rust models from the CSDL of OData services.
#[derive(Parser)]
#[command(name = "odata-build", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write a model: structs and enums with the derives of odata-derive.
    ///
    /// It holds the types that are asked for and what they need: base types, and the types of properties. Navigation properties to
    /// entity types that nobody asked for are left out.
    #[command(
        after_help = "Example:\n  odata-build generate metadata.xml --types 'microsoft.graph.security.*' -o model.rs"
    )]
    Generate {
        #[command(flatten)]
        input: Input,
        #[command(flatten)]
        options: Box<GenerateOptions>,
        /// Where to write, instead of to the standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Write one file for each namespace to a directory, and `mod.rs` with the modules. Other files there are not removed.
        #[arg(long, value_name = "DIR", conflicts_with = "output")]
        output_dir: Option<PathBuf>,
    },
    /// Write a document in the other format, XML or JSON. What isn't part of CSDL is left out, with a warning.
    Convert {
        #[command(flatten)]
        input: Input,
        /// The format to write.
        #[arg(long, value_enum)]
        to: Format,
        /// Where to write, instead of to the standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// List the types of a document: kind, qualified name, base type.
    List {
        #[command(flatten)]
        input: Input,
    },
}

#[derive(clap::Args)]
struct Input {
    /// CSDL documents (XML or JSON), which services have at `/$metadata`: files, folders, or `-` for the standard input.
    ///
    /// References are resolved to files in the same folder.
    #[arg(required = true)]
    metadata: Vec<PathBuf>,
    /// Another document, or a folder. Can be specified multiple times.
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

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Outcome {
    let progress = Progress::start();
    match command {
        Command::Generate { input, options, output, output_dir } => {
            let configuration = options.configuration()?;
            let document = input.read_silently(&progress)?;
            progress.say("generating");
            let generator = Generator::new(&document).configure(&configuration);
            match output_dir {
                Some(directory) => write_files(&generator, &document, &directory),
                None => write_source(&generator, &document, output.as_deref()),
            }
        }
        Command::Convert { input, to, output } => {
            let document = input.read(&progress)?;
            progress.say("writing");
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

fn write_source(generator: &Generator<'_>, document: &Document, output: Option<&Path>) -> Outcome {
    let generated = generator.generate();
    print_warnings_of(document, generated.as_ref().err());
    let generated = generated?;
    print(&generated.warnings);
    write(output, &generated.source)
}

fn write_files(generator: &Generator<'_>, document: &Document, directory: &Path) -> Outcome {
    let generated = generator.generate_files();
    print_warnings_of(document, generated.as_ref().err());
    let generated = generated?;
    print(&generated.warnings);
    Ok(generated.write(directory)?)
}

/// Prints the warnings of a document, except those that the error lists.
fn print_warnings_of(document: &Document, error: Option<&GenerateError>) {
    let is_invalid = matches!(error, Some(GenerateError::InvalidDocument { .. }));
    let is_listed = |warning: &Warning| is_invalid && warning.is_about_element();
    print(document.warnings().iter().filter(|warning| !is_listed(warning)));
}

impl Input {
    /// Reads the documents, and prints their warnings.
    fn read(&self, progress: &Progress) -> Result<Document, ReadError> {
        let document = self.read_silently(progress)?;
        print(document.warnings());
        Ok(document)
    }

    fn read_silently(&self, progress: &Progress) -> Result<Document, ReadError> {
        let paths: Vec<_> = self.metadata.iter().chain(&self.include).collect();
        let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        progress.say(&format!("reading {}", names.join(", ")));
        Document::read_all(paths)
    }
}

fn print<W: Display>(warnings: impl IntoIterator<Item = W>) {
    warnings.into_iter().for_each(|warning| eprintln!("warning: {warning}"));
}

fn write(output: Option<&Path>, text: &str) -> Outcome {
    match output {
        Some(path) => {
            std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
        }
        None => match std::io::stdout().write_all(text.as_bytes()) {
            // `odata-build list … | head` reads no more than it needs.
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
