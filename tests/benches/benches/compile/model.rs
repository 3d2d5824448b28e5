//! Generates a model of 1,000 types: entity types in inheritance chains of three levels, complex types and enumerations.

use std::fmt::Write;
use std::path::Path;

const ENUMERATIONS: usize = 125;
const COMPLEX_TYPES: usize = 250;
const ROOTS: usize = 70;
const MIDDLES: usize = 210;
const LEAVES: usize = 345;
/// The number of leaf types that the program reads and writes.
const USED: usize = 200;

/// The derives of a model.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// The derives of odata-derive.
    Derived,
    /// The derives of serde, with `flatten` for base types.
    Serde,
}

impl Flavour {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Derived => "derived",
            Self::Serde => "serde",
        }
    }

    pub(crate) fn dependencies(self, core: &Path) -> String {
        let core = match self {
            Self::Derived => format!("odata-core = {{ path = '{}' }}\n", core.display()),
            Self::Serde => String::new(),
        };
        format!(
            "serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
             chrono = {{ version = \"0.4\", default-features = false, features = [\"alloc\", \"serde\"] }}\n{core}"
        )
    }

    pub(crate) fn manifest(self, core: &Path) -> String {
        format!(
            "[package]\nname = \"{0}-model\"\nedition = \"2024\"\n\n[[bin]]\nname = \"program\"\npath = \"src/main.rs\"\n\n\
             [dependencies]\n{1}\n[profile.release]\nstrip = true\n\n[workspace]\n",
            self.name(),
            self.dependencies(core),
        )
    }

    fn derive(self, derive: &str) -> String {
        match self {
            Self::Derived => format!("#[derive({derive})]\n#[odata(namespace = \"model\")]\n"),
            Self::Serde => {
                String::from("#[derive(Deserialize, Serialize)]\n#[serde(rename_all = \"camelCase\")]\n")
            }
        }
    }
}

/// Returns the source of the library with the model.
pub(crate) fn library(flavour: Flavour) -> String {
    let imports = match flavour {
        Flavour::Derived => "use odata_core::{Extra, ODataComplex, ODataEntity, ODataEnum};\n",
        Flavour::Serde => "use serde::{Deserialize, Serialize};\n",
    };
    let mut source = format!("use chrono::{{DateTime, Utc}};\n{imports}");
    (0..ENUMERATIONS).for_each(|number| enumeration(&mut source, flavour, number));
    for number in 0..COMPLEX_TYPES {
        structure(&mut source, flavour, "ODataComplex", &format!("Part{number}"), None, number);
    }
    for number in 0..ROOTS {
        structure(&mut source, flavour, "ODataEntity", &format!("Root{number}"), None, number);
    }
    for number in 0..MIDDLES {
        let base = format!("Root{}", number % ROOTS);
        structure(&mut source, flavour, "ODataEntity", &format!("Middle{number}"), Some(&base), number);
    }
    for number in 0..LEAVES {
        let base = format!("Middle{}", number % MIDDLES);
        structure(&mut source, flavour, "ODataEntity", &format!("Leaf{number}"), Some(&base), number);
    }
    source
}

/// Returns the source of the library with an additional property in one type.
pub(crate) fn touched(flavour: Flavour, run: usize) -> String {
    let property = format!("pub struct Leaf7 {{\n    pub touched_{run}: Option<String>,");
    library(flavour).replace("pub struct Leaf7 {", &property)
}

/// Returns the source of a program that reads and writes some of the types.
pub(crate) fn program(flavour: Flavour) -> String {
    let calls: Vec<_> = (0..USED).map(|number| format!("both::<Leaf{number}>(&text);")).collect();
    let calls = calls.join("\n    ");
    format!(
        "use {}_model::*;\n\n\
         fn both<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str) {{\n    \
         match serde_json::from_str::<T>(text) {{\n        \
         Ok(value) => println!(\"{{}}\", serde_json::to_string(&value).unwrap()),\n        \
         Err(error) => println!(\"{{error}}\"),\n    }}\n}}\n\n\
         fn main() {{\n    let text = std::env::args().nth(1).unwrap_or_default();\n    {calls}\n}}\n",
        flavour.name(),
    )
}

fn enumeration(source: &mut String, flavour: Flavour, number: usize) {
    let unknown = match flavour {
        Flavour::Derived => "    UnknownFutureValue,\n    #[odata(unknown)]\n    Unknown(String),\n",
        Flavour::Serde => "    #[serde(other)]\n    UnknownFutureValue,\n",
    };
    let _ = writeln!(
        source,
        "{}pub enum Kind{number} {{\n    Alpha,\n    Beta,\n    GammaDelta,\n{unknown}}}\n",
        flavour.derive("ODataEnum"),
    );
}

/// Adds a type with three to seven properties.
fn structure(
    source: &mut String,
    flavour: Flavour,
    derive: &str,
    name: &str,
    base: Option<&str>,
    number: usize,
) {
    let _ = writeln!(source, "{}pub struct {name} {{", flavour.derive(derive));
    if let Some(base) = base {
        let attribute = if flavour == Flavour::Derived { "#[odata(base)]" } else { "#[serde(flatten)]" };
        let _ = writeln!(source, "    {attribute}\n    pub base: {base},");
    }
    for position in 0..3 + number % 5 {
        let property = format!("{}_{position}", name.to_lowercase());
        let ty = property_type(derive, number, position);
        let attribute = match flavour {
            Flavour::Serde if ty.starts_with("Option") => {
                "    #[serde(skip_serializing_if = \"Option::is_none\")]\n"
            }
            Flavour::Serde if ty.starts_with("Vec") => "    #[serde(default)]\n",
            _ => "",
        };
        let _ = writeln!(source, "{attribute}    pub {property}: {ty},");
    }
    if flavour == Flavour::Derived && base.is_none() {
        source.push_str("    #[odata(extra)]\n    pub extra: Extra,\n");
    }
    source.push_str("}\n\n");
}

fn property_type(derive: &str, number: usize, position: usize) -> String {
    let part = (number * 7 + position * 3) % COMPLEX_TYPES;
    match (number + position * 5) % 12 {
        0 | 7 => format!("Option<Kind{}>", (number + position) % ENUMERATIONS),
        // A complex type doesn't contain a type that contains it.
        3 | 9 if derive == "ODataEntity" => format!("Option<Box<Part{part}>>"),
        11 if derive == "ODataEntity" => format!("Vec<Part{part}>"),
        1 | 8 => String::from("Option<i32>"),
        2 => String::from("Option<bool>"),
        4 => String::from("Option<DateTime<Utc>>"),
        5 => String::from("Vec<String>"),
        6 => String::from("String"),
        10 => String::from("Option<f64>"),
        _ => String::from("Option<String>"),
    }
}
