//! The operations and entity containers of a generated model.

use quote::ToTokens;
use syn::Item;

/// The operations and entity containers of a model.
#[derive(Default)]
pub(super) struct Operations {
    /// The paths of the modules with operations, such as `graph::operations::`.
    pub(super) modules: Vec<String>,
    /// The paths of the structs of entity containers, such as `graph::GraphService`.
    pub(super) containers: Vec<String>,
    /// The number of structs for operations.
    pub(super) count: usize,
}

impl Operations {
    /// Finds the operations and entity containers in the source of a model.
    pub(super) fn of(source: &str) -> Self {
        let mut operations = Self::default();
        operations.add(&syn::parse_file(source).expect("Rust").items, "");
        operations
    }

    fn add(&mut self, items: &[Item], module: &str) {
        for item in items {
            match item {
                Item::Mod(item) => {
                    let (_, items) = item.content.as_ref().expect("a module with items");
                    self.add(items, &format!("{module}{}::", item.ident));
                }
                Item::Const(item) if item.ident == "OPERATIONS" => self.modules.push(module.to_owned()),
                Item::Struct(item) => {
                    let derives = item.attrs.iter().map(|attribute| attribute.to_token_stream().to_string());
                    let derives: String = derives.collect();
                    if derives.contains("ODataContainer") {
                        self.containers.push(format!("{module}{}", item.ident));
                    }
                    let is_operation = derives.contains("ODataAction") || derives.contains("ODataFunction");
                    self.count += usize::from(is_operation);
                }
                _ => {}
            }
        }
    }
}
