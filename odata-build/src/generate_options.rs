//! The options of `odata-build generate`.

use odata_build::{Document, Generator, KeyAccess};

#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent flag")]
pub(crate) struct GenerateOptions {
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
    /// Collections of the types or properties (`NS.Type/property`) that match a pattern have no null elements, although the document
    /// doesn't say so. Can be specified multiple times.
    #[arg(long, value_name = "PATTERN")]
    non_null_elements: Vec<String>,
    /// Use a Rust type for the properties of a type: `microsoft.graph.Json=Untyped`, `Edm.DateTimeOffset=DateTime<FixedOffset>`. Can be
    /// specified multiple times.
    #[arg(long, value_name = "TYPE=RUST", value_parser = pair)]
    map_type: Vec<(String, String)>,
    /// Leave out the types that match a pattern; properties of these types are `Untyped`. Can be specified multiple times.
    #[arg(long, value_name = "PATTERN")]
    exclude: Vec<String>,
    /// Set the Rust name of a type: `microsoft.graph.user=Account`. Can be specified multiple times.
    #[arg(long, value_name = "TYPE=NAME", value_parser = pair)]
    rename: Vec<(String, String)>,
    /// Set the module of a namespace: `Microsoft.OData.SampleService.Models.TripPin=trippin`. Can be specified multiple times.
    #[arg(long, value_name = "NAMESPACE=MODULE", value_parser = pair)]
    module: Vec<(String, String)>,
    /// Add a derive to all types, or to those that match a pattern: `Hash`, `clinic.*=::serde::Serialize`. Can be specified multiple
    /// times.
    #[arg(long, value_name = "[PATTERN=]DERIVE", value_parser = optional_pattern)]
    derive: Vec<(String, String)>,
    /// Omit a standard derive from all types, or from those that match a pattern: `Default`, `clinic.*=Clone`. Can be specified multiple
    /// times.
    #[arg(long, value_name = "[PATTERN=]DERIVE", value_parser = optional_pattern)]
    omit_derive: Vec<(String, String)>,
    /// Add `#[non_exhaustive]` to all types.
    #[arg(long)]
    non_exhaustive: bool,
    /// Generate one struct for all versions of a type (`Chassis.v1_0_0.Chassis`, `Chassis.v1_1_0.Chassis`, …).
    #[arg(long)]
    merge_versions: bool,
    /// Give each polymorphic enum a variant for every derived type, instead of enums inside each other.
    #[arg(long)]
    flat_enums: bool,
    /// Set whether the entities of navigation properties are `Related<T>`. Without this, they are if the compiler couldn't follow them from
    /// type to type.
    #[arg(long, value_name = "BOOL")]
    related: Option<bool>,
    /// Use the default values of the document in the `Default` of the structs. They are sent in request bodies like other values.
    #[arg(long)]
    default_values: bool,
    /// Add a constructor for each alternate key. The model needs odata-core with the feature `http`.
    #[arg(long)]
    alternate_keys: bool,
    /// Fail if the document has an invalid element. Without this, it is skipped or replaced, with a warning on the standard error.
    #[arg(long)]
    strict: bool,
}

impl GenerateOptions {
    /// Creates a generator with these options.
    pub(crate) fn generator(self, document: &Document) -> Generator<'_> {
        let generator = self.types.into_iter().fold(Generator::new(document), Generator::types);
        let generator = when(self.follow_navigation, generator, Generator::follow_navigation);
        let generator = when(self.actions, generator, Generator::actions);
        let generator = when(self.accessors, generator, Generator::accessors);
        let generator = when(self.strict, generator, Generator::strict);
        let generator = when(self.merge_versions, generator, Generator::merge_versions);
        let generator = when(self.flat_enums, generator, Generator::flat_enums);
        let generator = self.related.into_iter().fold(generator, Generator::related);
        let generator = when(self.default_values, generator, Generator::default_values);
        let generator = when(self.alternate_keys, generator, Generator::alternate_keys);
        let generator = self.non_null_elements.into_iter().fold(generator, Generator::non_null_elements);
        let generator = each(self.key, generator, Generator::key_access);
        let generator = each(self.map_type, generator, Generator::map_type);
        let generator = self.exclude.into_iter().fold(generator, Generator::exclude);
        let generator = each(self.rename, generator, Generator::rename);
        let generator = each(self.module, generator, Generator::module);
        let generator = each(self.derive, generator, Generator::derive);
        let generator = each(self.omit_derive, generator, Generator::omit_derive);
        when(self.non_exhaustive, generator, Generator::non_exhaustive)
    }
}

/// Sets an option if its flag is set.
fn when<'d>(flag: bool, generator: Generator<'d>, set: fn(Generator<'d>) -> Generator<'d>) -> Generator<'d> {
    if flag { set(generator) } else { generator }
}

/// Sets an option once for each pair of values.
fn each<'d, T>(
    pairs: Vec<(String, T)>,
    generator: Generator<'d>,
    set: fn(Generator<'d>, String, T) -> Generator<'d>,
) -> Generator<'d> {
    pairs.into_iter().fold(generator, |generator, (name, value)| set(generator, name, value))
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

/// Parses `microsoft.graph.Json=Untyped`.
fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected `NAME=VALUE`")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// Parses `clinic.*=Hash`, or `Hash` for all types.
#[expect(clippy::unnecessary_wraps, reason = "the signature of a parser")]
fn optional_pattern(text: &str) -> Result<(String, String), String> {
    let (pattern, value) = text.split_once('=').unwrap_or(("*", text));
    Ok((pattern.to_owned(), value.to_owned()))
}
