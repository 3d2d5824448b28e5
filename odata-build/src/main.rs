//! The command: `odata-build generate METADATA --types 'microsoft.graph.security.*' -o model.rs`.

mod progress;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use odata_build::{Document, Generator, KeyAccess, ReadError};

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
        /// The types to begin with, by their qualified names: `*` stands for anything. All types without it.
        #[arg(short, long, value_name = "PATTERN")]
        types: Vec<String>,
        /// Take in the entity types that navigation properties lead to.
        #[arg(long)]
        follow_navigation: bool,
        /// Add a struct for the parameters of each action of the types.
        #[arg(long)]
        actions: bool,
        /// Give the enums of types methods for each variant: `as_export`, `as_export_mut`, `into_export`.
        #[arg(long)]
        accessors: bool,
        /// Set who provides the keys of the types that match a pattern: `computed`, `optional` or `required`. Can be specified multiple times;
        /// the last pattern that matches a type applies.
        #[arg(long, value_name = "PATTERN=ACCESS", value_parser = key_access)]
        key: Vec<(String, KeyAccess)>,
        /// Where to write, instead of to the standard output.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write a document in the other format, XML or JSON, with what a model can use of it.
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
        Command::Generate { input, types, follow_navigation, actions, accessors, key, output } => {
            let document = input.read(&progress)?;
            progress.say("generating");
            let generator = types.into_iter().fold(Generator::new(&document), Generator::types);
            let generator = if follow_navigation { generator.follow_navigation() } else { generator };
            let generator = if actions { generator.actions() } else { generator };
            let generator = if accessors { generator.accessors() } else { generator };
            let generator = key
                .into_iter()
                .fold(generator, |generator, (pattern, access)| generator.key_access(pattern, access));
            write(output.as_deref(), &generator.source()?)
        }
        Command::Convert { input, to, output } => {
            let document = input.read(&progress)?;
            progress.say("writing");
            let text = match to {
                Format::Xml => document.to_xml(),
                Format::Json => document.to_json(),
            };
            write(output.as_deref(), &text)
        }
        Command::List { input } => write(None, &list(&input.read(&progress)?)),
    }
}

/// Parses `microsoft.graph.*=computed`.
fn key_access(text: &str) -> Result<(String, KeyAccess), String> {
    let (pattern, access) = text.rsplit_once('=').ok_or("expected `PATTERN=ACCESS`")?;
    let access = match access {
        "computed" => KeyAccess::Computed,
        "optional" => KeyAccess::Optional,
        "required" => KeyAccess::Required,
        other => return Err(format!("`{other}` is not `computed`, `optional` or `required`")),
    };
    Ok((pattern.to_owned(), access))
}

impl Input {
    fn read(&self, progress: &Progress) -> Result<Document, ReadError> {
        let paths: Vec<_> = self.metadata.iter().chain(&self.include).collect();
        let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        progress.say(&format!("reading {}", names.join(", ")));
        let document = Document::read_all(paths)?;
        for warning in document.warnings() {
            eprintln!("warning: {warning}");
        }
        Ok(document)
    }
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
