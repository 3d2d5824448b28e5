//! Generates models of the shop in this repository and of Graph. The types of Graph are the types of the bodies in `ODATA_TEST_DATA`, or the
//! types that match the pattern in `ODATA_TEST_TYPES`.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use odata_build::document::{StructuredKind, StructuredType};
use odata_build::{Configuration, Document, Generator};
use serde_json::Value;

use declared_body::{DeclaredBody, Shape};

#[path = "suite/declared_body.rs"]
mod declared_body;

/// The CSDL document of the shop.
const SHOP: &str = "../../odata-build/tests/data/shop.csdl.xml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=orders.csdl.xml");
    println!("cargo::rerun-if-changed=odd.csdl.xml");
    println!("cargo::rerun-if-changed={SHOP}");
    println!("cargo::rerun-if-env-changed=ODATA_TEST_DATA");
    println!("cargo::rerun-if-env-changed=ODATA_TEST_TYPES");
    let mut shop = Document::read_file(SHOP)?;
    shop.include(Document::read_file("orders.csdl.xml")?);
    shop.include(Document::read_file("odd.csdl.xml")?);
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("cargo sets `OUT_DIR`")?;
    let of_shop = Generator::new(&shop)
        .follow_navigation()
        .operations()
        .accessors()
        .inherited_constants()
        .default_values()
        .alternate_keys();
    of_shop.write_files(folder.join("shop"))?;
    let Some(data) = env::var_os("ODATA_TEST_DATA") else {
        fs::write(folder.join("graph.rs"), "")?;
        fs::write(folder.join("keys.rs"), key_dispatch(false, &[])?)?;
        fs::write(
            folder.join("operations.rs"),
            operations("graph", "", "")? + &operations("trippin", "", "")?,
        )?;
        return Ok(fs::write(folder.join("dispatch.rs"), dispatch(core::iter::empty(), &BTreeSet::new())?)?);
    };
    let data = Path::new("../..").join(data);
    keys(&data, &folder)?;
    graph(&data, &folder)
}

/// Generates the types whose keys are tested: some types of Graph with the access that Graph documents, and types of two other services.
fn keys(data: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let graph = Document::read_file(data.join("graph-v1.0.csdl.xml"))?;
    let of_graph = Generator::new(&graph)
        .configure(&Configuration::graph())
        .types("microsoft.graph.externalConnectors.externalConnection")
        .types("microsoft.graph.singleValueLegacyExtendedProperty")
        .types("microsoft.graph.security.ediscoveryCase");
    let trippin = Document::read_file(data.join("metadata/o2ts-trippin-rw.xml"))?;
    let northwind = Document::read_file(data.join("metadata/northwind4.xml"))?;
    // The views of Northwind are omitted, because the types of their key properties can't be written in a URL.
    let of_northwind = ["Category", "Customer", "Order", "Order_Detail", "Product", "Shipper"];
    let of_northwind = of_northwind.into_iter().fold(Generator::new(&northwind), |generator, name| {
        generator.types(format!("NorthwindModel.{name}"))
    });
    let mut sources = Vec::new();
    for (source, document, generator) in [
        ("Graph", &graph, of_graph),
        ("TripPin", &trippin, Generator::new(&trippin).follow_navigation().operations()),
        ("Northwind", &northwind, of_northwind),
    ] {
        let file = folder.join(format!("keys_{}.rs", source.to_lowercase()));
        generator.write(&file)?;
        let paths = generator.paths()?;
        let is_entity =
            |name: &str| document.structured_type(name).is_some_and(|one| one.kind == StructuredKind::Entity);
        let paths = paths.into_iter().filter(|(name, _)| is_entity(name)).map(|(_, path)| path);
        sources.push((source, file, paths.collect::<Vec<_>>()));
    }
    Ok(fs::write(folder.join("keys.rs"), key_dispatch(true, &sources)?)?)
}

/// Returns the source of a function that returns the operations and the entity containers of a model.
fn operations(function: &str, model: &str, source: &str) -> Result<String, std::fmt::Error> {
    let (mut path, mut operations, mut containers) = (Vec::new(), String::new(), String::new());
    let mut is_container = false;
    for line in source.lines() {
        let text = line.trim_start();
        let depth = (line.len() - text.len()) / 4;
        if let Some(name) = text.strip_prefix("pub mod ") {
            path.truncate(depth);
            path.push(name.trim_end_matches(" {"));
            if path.last() == Some(&"operations") {
                writeln!(operations, "        {model}::{}::OPERATIONS,", path.join("::"))?;
            }
        } else if let Some(name) = text.strip_prefix("pub struct ").filter(|_| is_container) {
            let name = format!("{model}::{}::{}", path[..depth].join("::"), name.trim_end_matches(" {"));
            writeln!(containers, "        <{name} as odata_core::ODataContainer>::METADATA,")?;
            is_container = false;
        }
        is_container |= text.ends_with("ODataContainer)]");
    }
    Ok(format!(
        "/// Returns the operations and the entity containers of the model.\n\
         pub fn {function}() -> crate::documents::Operations {{\n    \
             let operations: &[&[&odata_core::metadata::Operation]] = &[\n{operations}    ];\n    \
             (operations.concat(), vec![\n{containers}    ])\n}}\n\n"
    ))
}

/// Returns the source of a function that checks the keys of all types, and of a module for each service.
fn key_dispatch(has_data: bool, sources: &[(&str, PathBuf, Vec<String>)]) -> Result<String, std::fmt::Error> {
    let (mut modules, mut checks) = (String::new(), String::new());
    for (source, file, paths) in sources {
        let module = source.to_lowercase();
        writeln!(modules, "pub mod {module} {{\n    include!({:?});\n}}\n", file.display().to_string())?;
        for path in paths {
            writeln!(checks, "    crate::keys::check::<{module}::{path}>({source:?}, cells);")?;
        }
    }
    Ok(format!(
        "/// Whether the types of `ODATA_TEST_DATA` were generated.\npub const HAS_DATA: bool = {has_data};\n\n{modules}\
         pub fn check_all(cells: &mut crate::keys::Cells) {{\n    let _ = &cells;\n{checks}}}\n"
    ))
}

fn graph(data: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let document = Document::read_file(data.join("graph-v1.0.csdl.xml"))?;
    let mut types = match env::var("ODATA_TEST_TYPES") {
        Ok(pattern) => BTreeSet::from([pattern]),
        Err(_) => named_types(data, &document)?,
    };
    let (extended, parameters) = with_parameter_types(&document, &types);
    types.extend(parameters);
    let generator = Generator::new(&extended).configure(&Configuration::graph()).operations();
    let generator = types.into_iter().fold(generator, Generator::types);
    let source = generator.source()?;
    fs::write(folder.join("graph.rs"), &source)?;
    let trippin = fs::read_to_string(folder.join("keys_trippin.rs"))?;
    let of_graph = operations("graph", "crate::graph_model", &source)?;
    let of_trippin = operations("trippin", "crate::key_dispatch::trippin", &trippin)?;
    fs::write(folder.join("operations.rs"), of_graph + &of_trippin)?;
    let paths = generator.paths()?.into_iter().filter(|(name, _)| document.enumeration_type(name).is_none());
    let paths = paths.map(|(name, path)| {
        (document.structured_type(&name).is_some(), name, format!("crate::graph_model::{path}"))
    });
    // The configuration maps this type.
    let json = (false, "microsoft.graph.Json".to_owned(), "odata_core::Untyped".to_owned());
    Ok(fs::write(folder.join("dispatch.rs"), dispatch(paths.chain([json]), &declared_bodies(data)?)?)?)
}

/// Returns a copy of the document with a complex type for the parameters of each action that is bound to one of the types, and the names of
/// the complex types. The bodies of actions are read as these types.
fn with_parameter_types(document: &Document, types: &BTreeSet<String>) -> (Document, BTreeSet<String>) {
    let (mut extended, mut names) = (document.clone(), BTreeSet::new());
    for schema in &mut extended.schemas {
        for action in &schema.actions {
            let Some(binding) = action.binding_parameter().map(|parameter| &parameter.value_type) else {
                continue;
            };
            let action_name = action.qualified_name.rsplit('.').next().unwrap_or_default();
            let (first, rest) = action_name.split_at(1);
            let collection = if binding.is_collection { "Collection" } else { "" };
            let name = format!("{}{collection}{}{rest}Parameters", binding.name, first.to_uppercase());
            let is_in_schema =
                name.rsplit_once('.').is_some_and(|(namespace, _)| namespace == schema.namespace);
            if is_in_schema && types.contains(&binding.name) && names.insert(name.clone()) {
                let mut properties = action.body_parameters().to_vec();
                for property in &mut properties {
                    property.value_type.is_nullability_unspecified = false;
                }
                let parameters =
                    StructuredType { qualified_name: name, properties, ..StructuredType::default() };
                schema.structured_types.push(StructuredType { kind: StructuredKind::Complex, ..parameters });
            }
        }
    }
    (extended, names)
}

/// Returns the source of a function that reads and writes a body as the type with a given name, and of a list of the service's types.
fn dispatch(
    types: impl Iterator<Item = (bool, String, String)>,
    bodies: &BTreeSet<DeclaredBody>,
) -> Result<String, std::fmt::Error> {
    let (mut arms, mut elements) = (String::new(), String::new());
    for (is_declared, name, path) in types {
        for (_, shape) in bodies.iter().filter(|(declared, _)| *declared == name) {
            let body = match shape {
                Shape::Object => path.clone(),
                Shape::Collection => format!("odata_core::Collection<{path}>"),
                Shape::Wrapped => format!("odata_core::SingleValue<{path}>"),
                Shape::BareArray => format!("Vec<{path}>"),
            };
            writeln!(
                arms,
                "        ({name:?}, Shape::{shape:?}) => Some(crate::round_trip::<{body}>(body)),"
            )?;
        }
        if is_declared {
            writeln!(elements, "        crate::value_type::<{path}>(),")?;
        }
    }
    Ok(format!(
        "use crate::declared_body::Shape;\n\n\
         /// Reads a body as the type with the name `declared`, and writes it.\n\
         pub(crate) fn round_trip(declared: &str, shape: Shape, body: &str) -> Option<crate::Outcome> {{\n    \
             match (declared, shape) {{\n{arms}        _ => {{\n            let _ = body;\n            None\n        }}\n    }}\n}}\n\n\
         /// The types that the service declares.\n\
         pub fn types() -> Vec<odata_core::metadata::ValueType> {{\n    vec![\n{elements}    ]\n}}\n"
    ))
}

/// Returns the declared types and the structures of the bodies.
fn declared_bodies(data: &Path) -> Result<BTreeSet<DeclaredBody>, Box<dyn Error>> {
    let mut bodies = BTreeSet::new();
    for line in fs::read_to_string(data.join("graph_examples_sample.jsonl"))?.lines() {
        bodies.insert(declared_body::of_example(&serde_json::from_str(line)?));
    }
    let manifest: Value = serde_json::from_str(&fs::read_to_string(data.join("ediscovery/manifest.json"))?)?;
    let entries = manifest["files"].as_array().ok_or("the manifest has no files")?;
    bodies.extend(entries.iter().filter_map(declared_body::of_case_operation));
    Ok(bodies)
}

/// Returns the declared types of the bodies, and the types in their type annotations.
fn named_types(data: &Path, document: &Document) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let mut names = BTreeSet::new();
    for line in fs::read_to_string(data.join("graph_examples_sample.jsonl"))?.lines() {
        collect(&serde_json::from_str(line)?, &mut names);
    }
    for file in fs::read_dir(data.join("ediscovery"))? {
        collect(&serde_json::from_str(&fs::read_to_string(file?.path())?)?, &mut names);
    }
    names.retain(|name| document.structured_type(name).is_some());
    Ok(names)
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            if let ("type" | "declared_type" | "@odata.type", Value::String(text)) = (name.as_str(), value) {
                // Also `Collection(microsoft.graph.user)` and `action:restore:microsoft.graph.user`.
                let text = text.trim_start_matches("Collection(").trim_end_matches(')');
                let text = text.rsplit(':').next().unwrap_or(text);
                names.insert(text.trim_start_matches('#').to_owned());
            }
            collect(value, names);
        }),
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, names)),
        _ => {}
    }
}
