//! Generates the model of the document with the derives of serde: `flatten` for base types, and internally tagged enums.

use std::fmt::Write;

use crate::document::DEVICES;

const DERIVES: &str = "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]";

/// Returns a model with the same types, properties and variants as the model that odata-build generates.
pub(crate) fn with_versions(versions: usize) -> String {
    let mut source = format!(
        "#![allow(non_camel_case_types)]\nuse rust_decimal::Decimal;\nuse serde::{{Deserialize, Serialize}};\nuse serde_json::{{Map, Value}};\n\n\
         {DERIVES}\n#[serde(rename_all = \"PascalCase\")]\npub struct Resource {{\n    pub id: Option<String>,\n    pub name: Option<String>,\n    \
         #[serde(flatten)]\n    pub extra: Map<String, Value>,\n}}\n\n\
         {DERIVES}\npub struct Links {{\n    #[serde(flatten)]\n    pub extra: Map<String, Value>,\n}}\n\n"
    );
    for device in 0..DEVICES {
        let name = format!("Device{device}");
        structure(&mut source, &name, Some("Resource"), &[]);
        (0..versions).for_each(|version| add_version(&mut source, device, version));
        polymorphic(&mut source, &name, "Device", device, Some(&name), versions);
        for part in ["Links", "Detail"] {
            polymorphic(&mut source, &format!("{part}{device}"), part, device, None, versions);
        }
    }
    source
}

fn add_version(source: &mut String, device: usize, version: usize) {
    let next = (device + 1) % DEVICES;
    let own = |name: &str| format!("{name}{device}V{version}");
    let base = |name: &str| version.checked_sub(1).map(|previous| format!("{name}{device}V{previous}"));
    let mut properties = vec![
        format!("size{version}: Option<i64>"),
        format!("model{version}: Option<String>"),
        format!("kind{version}: Option<{}>", own("Kind")),
    ];
    let mut detail = vec![format!("value{version}: Option<Decimal>")];
    if version == 0 {
        properties.push(format!("links: Option<AnyLinks{device}>"));
        properties.push(format!("details: Option<Vec<Option<AnyDetail{device}>>>"));
        properties.push(format!("next: Option<AnyDevice{next}>"));
        detail.push(format!("inner: Option<AnyLinks{device}>"));
    }
    let entity = base("Device").unwrap_or_else(|| format!("Device{device}"));
    structure(source, &own("Device"), Some(&entity), &properties);
    let links = base("Links").unwrap_or_else(|| "Links".to_owned());
    let related = [format!("related{version}: Option<Vec<AnyDevice{next}>>")];
    structure(source, &own("Links"), Some(&links), &related);
    structure(source, &own("Detail"), base("Detail").as_deref(), &detail);
    let _ = writeln!(
        source,
        "{DERIVES}\npub enum {} {{\n    A,\n    B{version},\n    #[serde(untagged)]\n    Unknown(String),\n}}\n",
        own("Kind")
    );
}

/// Adds a type. Types without a base type have a map for undeclared members.
fn structure(source: &mut String, name: &str, base: Option<&str>, properties: &[String]) {
    let flattened = match base {
        Some(base) => format!("base: {base}"),
        None => "extra: Map<String, Value>".to_owned(),
    };
    let properties: Vec<String> =
        properties.iter().map(|property| format!("    pub {property},\n")).collect();
    let properties = properties.concat();
    let _ = writeln!(
        source,
        "{DERIVES}\n#[serde(rename_all = \"PascalCase\")]\npub struct {name} {{\n    #[serde(flatten)]\n    pub {flattened},\n{properties}}}\n",
    );
}

fn polymorphic(
    source: &mut String,
    any: &str,
    prefix: &str,
    device: usize,
    declared: Option<&str>,
    versions: usize,
) {
    let _ = writeln!(source, "{DERIVES}\n#[serde(tag = \"@odata.type\")]\npub enum Any{any} {{");
    for version in 0..versions {
        let name = if prefix == "Device" { format!("Device{device}") } else { prefix.to_owned() };
        let _ = writeln!(
            source,
            "    #[serde(rename = \"#Device{device}.v1_{version}_0.{name}\")]\n    V1_{version}_0(Box<{prefix}{device}V{version}>),",
        );
    }
    let fallback = declared.unwrap_or("Links");
    let _ = writeln!(source, "    #[serde(untagged)]\n    Other(Box<{fallback}>),\n}}\n");
}
