//! The handwritten sources of the compiled package, and the models that these sources use.

use std::fmt::Write;

use odata_build::{Document, Generator};

use super::package::Package;
use crate::versions::redfish;
use crate::warning_models;

/// Writes `main.rs` and its modules to the package, except the module `models`.
pub(super) fn write(package: &Package) {
    package.write("src/main.rs", include_str!("package/main.rs"));
    package.write("src/chain.rs", include_str!("package/chain.rs"));
    package.write("src/redfish.rs", include_str!("package/redfish.rs"));
    let write = |path: &str, generator: Generator<'_>| {
        package.write(path, &generator.source().expect("a model"));
    };
    write("src/chain/model.rs", Generator::new(&chain(100)));
    let redfish = redfish(12, 10);
    write("src/redfish/flat.rs", Generator::new(&redfish));
    write("src/redfish/merged.rs", Generator::new(&redfish).merge_versions());
    let mut modules = String::new();
    for (name, source) in warning_models::golden_files() {
        package.write(&format!("src/warnings/{name}.rs"), &source);
        let _ = writeln!(modules, "mod {name};");
    }
    package.write("src/warnings.rs", &modules);
}

/// Returns a document with an inheritance chain of `length` entity types.
fn chain(length: usize) -> Document {
    let types = (0..length).map(|number| {
        let content = match number.checked_sub(1) {
            Some(base) => format!(r#"BaseType="chain.type{base}">"#),
            None => r#"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" />"#.to_owned(),
        };
        format!(r#"<EntityType Name="type{number}" {content}<Property Name="p{number}" Type="Edm.Int32" /></EntityType>"#)
    });
    let types: String = types.collect();
    let xml =
        format!(r#"<Edmx><DataServices><Schema Namespace="chain">{types}</Schema></DataServices></Edmx>"#);
    Document::read(&xml).expect("CSDL")
}
