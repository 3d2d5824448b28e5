//! Generates models of different sizes: inheritance chains, polymorphic enums with many variants, and types with many properties.

use std::fmt::Write;
use std::{env, fs, path::Path};

fn main() {
    let mut models = String::from("use odata_core::{Extra, ODataEntity};\n");
    for levels in [1, 8] {
        inheritance_chain(&mut models, levels);
    }
    for count in [4, 400] {
        variants(&mut models, count);
    }
    for count in [10, 200] {
        structure(&mut models, &format!("Wide{count}"), None, 0..count);
    }
    let folder = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&folder).join("scale.rs"), models).expect("the folder is cargo's");
    println!("cargo::rerun-if-changed=build.rs");
}

/// Adds an inheritance chain of `levels` types, which have 16 properties together.
fn inheritance_chain(models: &mut String, levels: usize) {
    let share = 16 / levels;
    for level in 0..levels {
        let base = (level > 0).then(|| format!("Chain{levels}Level{}", level - 1));
        let name = format!("Chain{levels}Level{level}");
        structure(models, &name, base.as_deref(), level * share..(level + 1) * share);
    }
}

fn variants(models: &mut String, count: usize) {
    let base = format!("Base{count}");
    structure(models, &base, None, 0..4);
    let mut any = format!(
        "#[derive(Debug, ODataEntity)]\npub enum Any{count} {{\n    #[odata(base)]\n    Base({base}),\n"
    );
    for variant in 1..count {
        let name = format!("Variant{variant}Of{count}");
        structure(models, &name, Some(&base), 4..6);
        let _ = writeln!(any, "    {name}({name}),");
    }
    models.push_str(&any);
    models.push_str("}\n");
}

fn structure(models: &mut String, name: &str, base: Option<&str>, properties: std::ops::Range<usize>) {
    let _ = writeln!(
        models,
        "#[derive(Debug, ODataEntity)]\n#[odata(namespace = \"microsoft.graph.scale\")]\npub struct {name} {{"
    );
    match base {
        Some(base) => {
            let _ = writeln!(models, "    #[odata(base)]\n    pub base: {base},");
        }
        None => models.push_str("    #[odata(extra)]\n    pub extra: Extra,\n"),
    }
    for property in properties {
        let _ = writeln!(models, "    pub property_number_{property}: Option<i32>,");
    }
    models.push_str("}\n");
}
