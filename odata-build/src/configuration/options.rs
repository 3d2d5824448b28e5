//! The list of configuration options. To add an option, add a builder method to `Generator`, and an item to `OPTIONS`.

use super::change::{Change, SetAccess, SetPair, SetValue, Setting, Switch};
use super::kind::Kind;

/// An option of a [`Generator`](crate::Generator) in `odata-build.toml` and on the command line.
#[derive(Debug)]
pub struct ConfigurationOption {
    name: &'static str,
    /// The syntax of the option's value, such as `PATTERN=ACCESS`, or an empty string if the option is a flag.
    value_name: &'static str,
    description: &'static str,
    pub(super) kind: Kind,
}

impl ConfigurationOption {
    /// Returns the name of the option, such as `non-null-elements`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the description of the option that `odata-build generate --help` shows.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Returns the syntax of the option's value, such as `PATTERN=ACCESS`, or `None` if the option is a flag.
    #[must_use]
    pub const fn value_name(&self) -> Option<&'static str> {
        if self.is_flag() { None } else { Some(self.value_name) }
    }

    /// Checks whether the option is a flag. In a configuration file, the value of a flag is `true` or `false`. On the command line, a flag
    /// has no value.
    #[must_use]
    pub const fn is_flag(&self) -> bool {
        self.kind.is_flag()
    }

    /// Returns a setting with the value of a flag. Returns `None` if the option isn't a flag.
    pub(super) const fn flag(&self, is_set: bool) -> Option<Setting> {
        match self.kind {
            Kind::Flag(switch) if is_set => Some(self.setting(Change::Flag(switch))),
            Kind::Flag(_) => Some(self.setting(Change::Unset(self.name))),
            _ => None,
        }
    }

    /// Parses a value of the option, which isn't a flag, in the syntax of the command line.
    pub(super) fn parse(&self, value: &str) -> Result<Setting, String> {
        Ok(self.setting(self.kind.parse(value)?))
    }

    pub(super) const fn setting(&self, change: Change) -> Setting {
        Setting { option: self.name, change, preset: None }
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
    description: "Use the options of a built-in configuration: `graph` for Microsoft Graph. Other options are added to the options of \
                  the preset, or override them",
    kind: Kind::Preset,
};

const UNSET: ConfigurationOption = ConfigurationOption {
    name: "unset",
    value_name: "OPTION",
    description: "Ignore the preceding values of an option, which are the values in the configuration file, in presets, and before `unset` \
                  on the command line. Can be specified multiple times",
    kind: Kind::Unset,
};

/// All configuration options, in the order in which `--help` lists them.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a path such as `Generator::strict` doesn't implement `for<'d> fn(Generator<'d>)`"
)]
pub(super) const OPTIONS: &[ConfigurationOption] = &[
    #[cfg(feature = "config")]
    PRESET,
    UNSET,
    values(
        "types",
        "PATTERN",
        "Generate the types whose qualified names match a pattern, their base types, and the types of their properties. `*` matches any \
         number of characters. By default, all types are generated. Can be specified multiple times",
        |generator, pattern| generator.types(pattern),
    ),
    values(
        "exclude",
        "PATTERN",
        "Exclude the types that match a pattern. A property with an excluded type is generated as `Untyped`. Can be specified multiple \
         times",
        |generator, pattern| generator.exclude(pattern),
    ),
    flag(
        "follow-navigation",
        "Include all navigation properties, and the entity types that they refer to",
        |generator| generator.follow_navigation(),
    ),
    flag(
        "operations",
        "Add a struct for each action and function that is bound to a selected type, for each unbound operation whose name matches `types`, \
         and for each entity container. An entity container requires the feature `http` of odata-core",
        |generator| generator.operations(),
    ),
    flag(
        "accessors",
        "Add methods for each variant to polymorphic enums, such as `as_export`, `as_export_mut` and `into_export`",
        |generator| generator.accessors(),
    ),
    accesses(
        "key",
        "Set who provides the keys of the types that match a pattern: the service (`computed`), the client (`required`), or either of them \
         (`optional`). Can be specified multiple times; the last pattern that matches a type applies",
        |generator, pattern, access| generator.key_access(pattern, access),
    ),
    values(
        "computed",
        "PATTERN",
        "Omit the properties (`NS.Type/property`) that match a pattern from request bodies, like properties that are annotated as computed. \
         Can be specified multiple times; the last pattern of `computed` and `not-computed` that matches a property applies",
        |generator, pattern| generator.computed(pattern, true),
    ),
    values(
        "not-computed",
        "PATTERN",
        "Allow the properties (`NS.Type/property`) that match a pattern in request bodies, even if the document annotates them as computed \
         or read-only. Can be specified multiple times",
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
        "Set the Rust type of all properties with an OData type: `microsoft.graph.Json=Untyped`, \
         `Edm.DateTimeOffset=DateTime<FixedOffset>`. Can be specified multiple times",
        |generator, name, rust| generator.map_type(name, rust),
    ),
    pairs(
        "rename",
        "TYPE=NAME",
        "Set the Rust name of a type: `microsoft.graph.user=Account`. Can be specified multiple times",
        |generator, name, rust| generator.rename(name, rust),
    ),
    pairs(
        "rename-operation",
        "OPERATION=NAME",
        "Set the Rust name of the struct of an action or a function, which is identified by its qualified name and the types of all of its \
         parameters: `microsoft.graph.delta(Collection(microsoft.graph.user))=UserDelta`. Can be specified multiple times",
        |generator, operation, rust| generator.rename_operation(operation, rust),
    ),
    pairs(
        "module",
        "NAMESPACE=MODULE",
        "Set the Rust module of a namespace: `Microsoft.OData.SampleService.Models.TripPin=trippin`. Can be specified multiple times",
        |generator, namespace, path| generator.module(namespace, path),
    ),
    derives(
        "derive",
        "Add a derive to all types (`Hash`), or to the types that match a pattern (`clinic.*=::serde::Serialize`). Can be specified \
         multiple times",
        |generator, pattern, derive| generator.derive(pattern, derive),
    ),
    derives(
        "omit-derive",
        "Omit a derive of the standard library from all types (`Default`), or from the types that match a pattern (`clinic.*=Clone`). Can \
         be specified multiple times",
        |generator, pattern, derive| generator.omit_derive(pattern, derive),
    ),
    flag(
        "inherited-constants",
        "Add a constant for each inherited property to structs with a base type, such as `CaseOperation::ID` for `Entity::ID`",
        |generator| generator.inherited_constants(),
    ),
    flag(
        "default-values",
        "Implement `Default` with the default values (`DefaultValue`) of the document. Request bodies contain default values like other \
         values",
        |generator| generator.default_values(),
    ),
    flag(
        "alternate-keys",
        "Add a function for each alternate key of an entity type, such as `key_by_ssn`. The generated model requires the feature `http` of \
         odata-core",
        |generator| generator.alternate_keys(),
    ),
    flag(
        "merge-versions",
        "Generate one struct for all versions of a type (`Chassis.v1_0_0.Chassis`, `Chassis.v1_1_0.Chassis`, …)",
        |generator| generator.merge_versions(),
    ),
    flag(
        "flat-enums",
        "Add a variant for each directly or indirectly derived type to polymorphic enums. By default, polymorphic enums are nested",
        |generator| generator.flat_enums(),
    ),
    flag(
        "related",
        "Use `Related<T>` for related entities in navigation properties. By default, `Related<T>` is used only if the nesting of the types \
         would exceed the recursion limit of the compiler",
        |generator| generator.related(true),
    ),
    flag(
        "not-related",
        "Never use `Related<T>` for related entities in navigation properties",
        |generator| generator.related(false),
    ),
    flag(
        "non-exhaustive",
        "Add `#[non_exhaustive]` to all generated structs and enums, except the structs of operations",
        |generator| generator.non_exhaustive(),
    ),
    flag(
        "strict",
        "Fail if the document has invalid elements. By default, invalid elements are skipped or replaced, with a warning on standard error",
        |generator| generator.strict(),
    ),
];
