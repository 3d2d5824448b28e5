//! The command-line options of `odata-build generate`: `--config`, `--no-config`, and the options of [`Configuration::options`].

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use odata_build::{Configuration, ConfigurationError, ConfigurationOption};

/// The configuration file that is read by default, if it exists in the current directory.
const DEFAULT_FILE: &str = "odata-build.toml";

#[derive(clap::Args)]
pub(crate) struct GenerateOptions {
    /// Read options from a configuration file. Options on the command line are added to the options of the file, or override them. By
    /// default, `odata-build.toml` in the current directory is read if it exists.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Ignore `odata-build.toml` in the current directory.
    #[arg(long, conflicts_with = "config")]
    no_config: bool,
    #[command(flatten)]
    generator: GeneratorOptions,
}

impl GenerateOptions {
    /// Returns a configuration with the options of the configuration file, followed by the options on the command line.
    pub(crate) fn configuration(self) -> Result<Configuration, ConfigurationError> {
        let mut configuration = match &self.config {
            Some(file) => Configuration::read_file(file)?,
            None if !self.no_config && Path::new(DEFAULT_FILE).exists() => {
                eprintln!("reading options from `{DEFAULT_FILE}`; use `--no-config` to ignore this file");
                Configuration::read_file(DEFAULT_FILE)?
            }
            None => Configuration::default(),
        };
        configuration.append(self.generator.0);
        Ok(configuration)
    }
}

/// The generator options on the command line, in the order in which the user specified them.
struct GeneratorOptions(Configuration);

impl clap::Args for GeneratorOptions {
    fn augment_args(command: Command) -> Command {
        command.args(Configuration::options().iter().map(argument))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

fn argument(option: &'static ConfigurationOption) -> Arg {
    let argument = Arg::new(option.name()).long(option.name()).help(option.description());
    // `--types` is the only option with a short form, `-t`.
    let argument = if option.name() == "types" { argument.short('t') } else { argument };
    match option.value_name() {
        None => argument.action(ArgAction::SetTrue),
        Some(value_name) => argument
            .value_name(value_name)
            .action(ArgAction::Append)
            .value_parser(move |value: &str| single_option(option, value)),
    }
}

/// Returns a configuration with one option and its value.
fn single_option(option: &ConfigurationOption, value: &str) -> Result<Configuration, ConfigurationError> {
    let mut configuration = Configuration::default();
    configuration.set(option.name(), value)?;
    Ok(configuration)
}

impl clap::FromArgMatches for GeneratorOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut options = Self(Configuration::default());
        options.update_from_arg_matches(matches)?;
        Ok(options)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let mut values: Vec<(usize, Configuration)> = Vec::new();
        for option in Configuration::options() {
            if option.is_flag() {
                // A flag that the command line doesn't contain also has an index, because it has a default value.
                if matches.get_flag(option.name()) {
                    let flag = single_option(option, "true");
                    let invalid = |error| clap::Error::raw(clap::error::ErrorKind::ValueValidation, error);
                    let indices = matches.indices_of(option.name()).into_iter().flatten();
                    values.push((indices.last().unwrap_or_default(), flag.map_err(invalid)?));
                }
            } else {
                let indices = matches.indices_of(option.name()).into_iter().flatten();
                let of_option = matches.get_many::<Configuration>(option.name()).into_iter().flatten();
                values.extend(indices.zip(of_option.cloned()));
            }
        }
        values.sort_by_key(|(index, _)| *index);
        for (_, value) in values {
            self.0.append(value);
        }
        Ok(())
    }
}
