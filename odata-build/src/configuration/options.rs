//! The table of options. To add an option, add a builder method to `Generator` and an entry to this table.

use super::change::{SetAccess, SetPair, SetValue, Switch};
use super::kind::Kind;

/// An option of a [`Generator`](crate::Generator) in `odata-build.toml` and on the command line.
#[derive(Debug)]
pub struct ConfigurationOption {
    name: &'static str,
    /// Empty for flags.
    value_name: &'static str,
    description: &'static str,
    pub(super) kind: Kind,
}

impl ConfigurationOption {
    /// Returns the name, such as `non-null-elements`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the description that the command shows with `--help`.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Returns the form of a value, such as `PATTERN=ACCESS`. `None` if the option is a flag.
    #[must_use]
    pub const fn value_name(&self) -> Option<&'static str> {
        if self.is_flag() { None } else { Some(self.value_name) }
    }

    /// Checks whether the option is a flag. The value of a flag is `true` or `false` in a file, and a flag has no value on the command line.
    #[must_use]
    pub const fn is_flag(&self) -> bool {
        self.kind.is_flag()
    }
}

const fn flag(name: &'static str, description: &'static str, switch: Switch) -> ConfigurationOption {
    ConfigurationOption { name, value_name: "", description, kind: Kind::Flag(switch) }
}

const fn values(
    name: &'static str,
    value_name: &'static str,
    description: &'static str,
    set: SetValue,
) -> ConfigurationOption {
    ConfigurationOption { name, value_name, description, kind: Kind::Values(set) }
}

const fn pairs(
    name: &'static str,
    value_name: &'static str,
    description: &'static str,
    set: SetPair,
) -> ConfigurationOption {
    ConfigurationOption { name, value_name, description, kind: Kind::Pairs(set) }
}

const fn derives(name: &'static str, description: &'static str, set: SetPair) -> ConfigurationOption {
    let kind = Kind::PatternsAndValues(set);
    ConfigurationOption { name, value_name: "[PATTERN=]DERIVE", description, kind }
}

const fn accesses(name: &'static str, description: &'static str, set: SetAccess) -> ConfigurationOption {
    ConfigurationOption { name, value_name: "PATTERN=ACCESS", description, kind: Kind::Accesses(set) }
}

#[cfg(feature = "config")]
const PRESET: ConfigurationOption = ConfigurationOption {
    name: "preset",
    value_name: "NAME",
    description: "Use a configuration that is part of `odata-build`: `graph` for Microsoft Graph. Other options are added to it or \
                  override it",
    kind: Kind::Preset,
};

/// All options, in the order of `--help`.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method path isn't a function for all lifetimes"
)]
pub(super) const OPTIONS: &[ConfigurationOption] = &[
    #[cfg(feature = "config")]
    PRESET,
    values(
        "types",
        "PATTERN",
        "Generate the types whose qualified names match a pattern, and the types that they need. `*` matches any number of \
         characters. By default, all types are generated. Can be specified multiple times",
        |generator, pattern| generator.types(pattern),
    ),
    values(
        "exclude",
        "PATTERN",
        "Exclude the types that match a pattern; properties with these types are `Untyped`. Can be specified multiple times",
        |generator, pattern| generator.exclude(pattern),
    ),
    flag("follow-navigation", "Include navigation properties and their entity types", |generator| {
        generator.follow_navigation()
    }),
    flag("actions", "Add a struct for the parameters of each action of the selected types", |generator| {
        generator.actions()
    }),
    flag(
        "accessors",
        "Add methods for each variant to polymorphic enums: `as_export`, `as_export_mut`, `into_export`",
        |generator| generator.accessors(),
    ),
    accesses(
        "key",
        "Set who provides the keys of the types that match a pattern: `computed`, `optional` or `required`. Can be specified multiple \
         times; the last pattern that matches a type applies",
        |generator, pattern, access| generator.key_access(pattern, access),
    ),
    values(
        "computed",
        "PATTERN",
        "Make the properties (`NS.Type/property`) that match a pattern computed, so that they are omitted from request bodies. Can be \
         specified multiple times; the last matching pattern of `computed` and `not-computed` applies",
        |generator, pattern| generator.computed(pattern, true),
    ),
    values(
        "not-computed",
        "PATTERN",
        "Make the properties (`NS.Type/property`) that match a pattern writable, even if they are annotated as computed or read-only in \
         the document. Can be specified multiple times",
        |generator, pattern| generator.computed(pattern, false),
    ),
    values(
        "non-null-elements",
        "PATTERN",
        "Generate collections without a `Nullable` facet as `Vec<T>` instead of `Vec<Option<T>>`, in the types or properties \
         (`NS.Type/property`) that match a pattern. Can be specified multiple times",
        |generator, pattern| generator.non_null_elements(pattern),
    ),
    pairs(
        "map-type",
        "TYPE=RUST",
        "Use a Rust type for the properties of a type: `microsoft.graph.Json=Untyped`, `Edm.DateTimeOffset=DateTime<FixedOffset>`. Can \
         be specified multiple times",
        |generator, name, rust| generator.map_type(name, rust),
    ),
    pairs(
        "rename",
        "TYPE=NAME",
        "Set the Rust name of a type: `microsoft.graph.user=Account`. Can be specified multiple times",
        |generator, name, rust| generator.rename(name, rust),
    ),
    pairs(
        "module",
        "NAMESPACE=MODULE",
        "Set the module of a namespace: `Microsoft.OData.SampleService.Models.TripPin=trippin`. Can be specified multiple times",
        |generator, namespace, path| generator.module(namespace, path),
    ),
    derives(
        "derive",
        "Add a derive to all types, or to the types that match a pattern: `Hash`, `clinic.*=::serde::Serialize`. Can be specified \
         multiple times",
        |generator, pattern, derive| generator.derive(pattern, derive),
    ),
    derives(
        "omit-derive",
        "Omit a standard derive from all types, or from the types that match a pattern: `Default`, `clinic.*=Clone`. Can be specified \
         multiple times",
        |generator, pattern, derive| generator.omit_derive(pattern, derive),
    ),
    flag(
        "inherited-constants",
        "Add a constant for each inherited property to structs with a base type",
        |generator| generator.inherited_constants(),
    ),
    flag(
        "default-values",
        "Implement `Default` with the default values of the document. They are sent in request bodies like other values",
        |generator| generator.default_values(),
    ),
    flag(
        "alternate-keys",
        "Add a function for each alternate key. The model requires the feature `http` of odata-core",
        |generator| generator.alternate_keys(),
    ),
    flag(
        "merge-versions",
        "Generate one struct for all versions of a type (`Chassis.v1_0_0.Chassis`, `Chassis.v1_1_0.Chassis`, …)",
        |generator| generator.merge_versions(),
    ),
    flag(
        "flat-enums",
        "Add a variant for each derived type to polymorphic enums, instead of nested enums",
        |generator| generator.flat_enums(),
    ),
    flag(
        "related",
        "Use `Related<T>` for related entities in navigation properties. By default, it is used if the nesting of the types would exceed \
         the recursion limit of the compiler",
        |generator| generator.related(true),
    ),
    flag(
        "not-related",
        "Never use `Related<T>` for related entities in navigation properties",
        |generator| generator.related(false),
    ),
    flag("non-exhaustive", "Add `#[non_exhaustive]` to all types", |generator| generator.non_exhaustive()),
    flag(
        "strict",
        "Fail if the document has invalid elements. By default, they are skipped or replaced, with a warning on standard error",
        |generator| generator.strict(),
    ),
];
