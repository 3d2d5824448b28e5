//! Generator options from the configuration file `odata-build.toml` or from the command line.

mod change;
mod deserialize;
mod error;
mod kind;
mod nearest;
mod options;
#[cfg(feature = "config")]
mod preset;

use crate::Generator;
use change::Setting;

pub use error::ConfigurationError;
pub use options::ConfigurationOption;

/// A set of [`Generator`] options. Build scripts and the `odata-build` command can read the same options from the file `odata-build.toml`.
///
/// The options in `odata-build.toml` have the same names and values as the command-line options of `odata-build generate`.
/// [`Self::options`] lists all options.
///
/// - The value of a flag, such as `non-exhaustive`, is `true` or `false`. `false` overrides an earlier `true`, such as the value of a
///   preset.
/// - The value of any other option is a string, or an array of strings.
/// - If the values of an option are pairs such as `PATTERN=ACCESS`, the value can also be a TOML table: `key = { "clinic.*" = "computed"
///   }`.
///
/// The options are applied in the order in which the file contains them, except `preset`, which is always applied first. The order matters
/// for options such as `key`: if several patterns match a type, the last pattern applies. A file with an unknown option causes an error.
/// The option `unset` removes the preceding values of other options, for example the values of a preset.
///
/// ```
/// use odata_build::{Configuration, Document, Generator};
///
/// let configuration = Configuration::from_toml(
///     r#"
///     types = ["clinic.*"]
///     non-exhaustive = true
///     derive = ["Eq", "clinic.prescription=::serde::Serialize"]
///
///     [key]
///     "clinic.*" = "computed"
///     "clinic.prescription" = "required"
///     "#,
/// )?;
/// let document = Document::from_xml(
///     r#"<Edmx><DataServices><Schema Namespace="clinic">
///          <EntityType Name="prescription"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" /></EntityType>
///        </Schema></DataServices></Edmx>"#,
/// )?;
/// let source = Generator::new(&document).configure(&configuration).source()?;
/// assert!(source.contains("#[odata(key = \"required\")]"));
/// assert!(source.contains("#[non_exhaustive]"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Configuration {
    settings: Vec<Setting>,
}

impl Configuration {
    /// Returns all options that a configuration can contain.
    ///
    /// ```
    /// use odata_build::Configuration;
    ///
    /// let names: Vec<&str> = Configuration::options().iter().map(|option| option.name()).collect();
    /// assert!(names.contains(&"map-type"));
    /// ```
    #[must_use]
    pub const fn options() -> &'static [ConfigurationOption] {
        options::OPTIONS
    }

    /// Adds an option with a value in the syntax of the command line, such as `clinic.*=computed`. For a flag such as
    /// `non-exhaustive`, which has no value on the command line, `value` must be `true` or `false`.
    ///
    /// ```
    /// use odata_build::Configuration;
    ///
    /// let mut configuration = Configuration::default();
    /// configuration.set("key", "clinic.*=computed")?;
    /// configuration.set("non-exhaustive", "true")?;
    /// let error = configuration.set("exclud", "clinic.ward").unwrap_err();
    /// assert_eq!(error.to_string(), "unknown option `exclud`; did you mean `exclude`?");
    /// # Ok::<(), odata_build::ConfigurationError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the option is unknown, or if the value is invalid.
    pub fn set(&mut self, option: &str, value: &str) -> Result<(), ConfigurationError> {
        let option = find(option).map_err(ConfigurationError::new)?;
        let flag = value.parse().ok().and_then(|is_set| option.flag(is_set));
        let setting = flag.map_or_else(|| option.parse(value), Ok);
        self.settings.push(setting.map_err(ConfigurationError::new)?);
        Ok(())
    }

    /// Removes all values of an option, including the values of a preset. Values that are added later aren't removed.
    ///
    /// ```
    /// use odata_build::Configuration;
    ///
    /// // The options of Microsoft Graph, except that all collections can contain null elements.
    /// let mut configuration = Configuration::graph();
    /// configuration.unset("non-null-elements")?;
    /// # Ok::<(), odata_build::ConfigurationError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the option is unknown.
    pub fn unset(&mut self, option: &str) -> Result<(), ConfigurationError> {
        self.set("unset", option)
    }

    /// Appends the options of another configuration to the options of this configuration.
    pub fn append(&mut self, mut other: Self) {
        self.settings.append(&mut other.settings);
    }

    /// Returns the settings of the configuration. Presets are first, because all other settings override them.
    fn ordered(&self) -> impl Iterator<Item = &Setting> {
        let unset = self.settings.iter().rposition(|setting| setting.unsets("preset"));
        let presets = self.settings[unset.unwrap_or(0)..].iter().filter(|setting| setting.is_preset());
        presets.chain(self.settings.iter().filter(|setting| !setting.is_preset()))
    }
}

#[cfg(feature = "config")]
impl Configuration {
    /// Parses a configuration from a TOML string.
    ///
    /// ```
    /// use odata_build::Configuration;
    ///
    /// let error = Configuration::from_toml("strict = true\ntyps = ['clinic.*']\n").unwrap_err();
    /// assert_eq!(error.to_string(), "line 2: unknown option `typs`; did you mean `types`?");
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error with a line number if the string isn't valid TOML, if an option is unknown, or if the value of an option is invalid.
    pub fn from_toml(text: &str) -> Result<Self, ConfigurationError> {
        toml::from_str(text).map_err(|error| {
            ConfigurationError::at(text, error.span().map(|span| span.start), error.message())
        })
    }

    /// Reads a configuration from a TOML file.
    ///
    /// ```no_run
    /// fn main() -> Result<(), Box<dyn std::error::Error>> {
    ///     println!("cargo::rerun-if-changed=metadata.xml");
    ///     println!("cargo::rerun-if-changed=odata-build.toml");
    ///     let document = odata_build::Document::read_file("metadata.xml")?;
    ///     let configuration = odata_build::Configuration::read_file("odata-build.toml")?;
    ///     Ok(odata_build::Generator::new(&document).configure(&configuration).write_to_out_dir("model.rs")?)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the file can't be read, or if [`from_toml`](Self::from_toml) returns an error for its content.
    pub fn read_file(path: impl AsRef<std::path::Path>) -> Result<Self, ConfigurationError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|error| ConfigurationError::new(error.to_string()));
        text.and_then(|text| Self::from_toml(&text)).map_err(|error| error.in_file(path))
    }
}

impl Generator<'_> {
    /// Applies the options of a configuration to the generator. If you also call methods that set single options, such
    /// as [`rename`](Self::rename), call `configure` first: a later call of `rename` overrides the configuration.
    ///
    /// Methods of `Generator` that you call after `configure` add values to the configuration, or override it:
    ///
    /// - [`types`](Self::types), [`derive`](Self::derive) and similar methods add values to the values of the
    ///   configuration.
    /// - [`rename`](Self::rename), [`rename_operation`](Self::rename_operation), [`module`](Self::module) and
    ///   [`map_type`](Self::map_type) override the configuration for the same type, operation or namespace.
    /// - [`key_access`](Self::key_access) and [`computed`](Self::computed) override the configuration for the types or
    ///   properties that match the pattern.
    /// - [`related`](Self::related) overrides the flags `related` and `not-related`.
    ///
    /// No method of `Generator` removes a value. To ignore an option of a configuration, such as `exclude` or
    /// `non-exhaustive`, call [`Configuration::unset`] before `configure`.
    ///
    /// ```
    /// use odata_build::{Configuration, Document, Generator};
    ///
    /// let document = Document::from_xml(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic"><ComplexType Name="wardV2" /></Schema></DataServices></Edmx>"#,
    /// )?;
    /// let mut configuration = Configuration::default();
    /// configuration.set("rename", "clinic.wardV2=Ward")?;
    /// let generator = Generator::new(&document).configure(&configuration);
    /// assert!(generator.source()?.contains("pub struct Ward {"));
    /// assert!(generator.rename("clinic.wardV2", "Room").source()?.contains("pub struct Room {"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn configure(self, configuration: &Configuration) -> Self {
        let mut settings = Vec::new();
        configuration.ordered().for_each(|setting| setting.append_to(&mut settings));
        settings.into_iter().fold(self, |generator, setting| setting.apply(generator))
    }
}

/// Returns the option with the name `name`. If the option doesn't exist, returns an error message that suggests a similar option or lists
/// all options.
fn find(name: &str) -> Result<&'static ConfigurationOption, String> {
    let names = || options::OPTIONS.iter().map(ConfigurationOption::name);
    options::OPTIONS.iter().find(|option| option.name() == name).ok_or_else(|| {
        let hint = nearest::nearest(name, names()).map(|similar| format!("did you mean `{similar}`?"));
        let all = || {
            format!(
                "the options are {}",
                names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
            )
        };
        format!("unknown option `{name}`; {}", hint.unwrap_or_else(all))
    })
}
