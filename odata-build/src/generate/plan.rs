//! The type `Plan`, which contains the Rust names, modules and polymorphic enums of a model.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::containers::{self, Container};
use super::containment::Containment;
use super::hierarchy::Hierarchy;
use super::name_rules::is_simple_identifier;
use super::naming::{self, Scope};
use super::operations::{self, Operation};
use super::options::Options;
use super::selection::Selection;
use crate::Document;
use crate::document::{EntityContainer, Facets, Property, last_segment, namespace_of};

/// The types of a model with their Rust names and modules. The generator creates the plan before it generates any Rust item.
pub(super) struct Plan<'d> {
    pub(super) document: &'d Document,
    pub(super) selection: Selection<'d>,
    pub(super) hierarchy: Hierarchy<'d>,
    pub(super) containment: Containment<'d>,
    /// The qualified names of the types for which the generator option `merge_versions` merged all versions into one
    /// type, such as `Chassis.Chassis`. The struct of a merged type has the attribute `any_version`, because it
    /// represents the values of all versions: `Chassis.v1_0_0.Chassis`, `Chassis.v1_1_0.Chassis` and so on.
    pub(super) merged_types: BTreeSet<String>,
    /// Whether navigation properties are generated with the type `Related<T>`.
    pub(super) has_related: bool,
    /// The module path of each namespace, relative to the root of the generated source.
    modules: BTreeMap<String, Vec<String>>,
    /// The actions and functions of the model.
    pub(super) operations: Vec<Operation<'d>>,
    /// The entity containers of the model.
    pub(super) containers: Vec<Container<'d>>,
    names: HashMap<&'d str, String>,
    /// The Rust names of the polymorphic enums, such as `AnyUser`. The map keys are qualified type names, such as `microsoft.graph.user`.
    polymorphic: HashMap<&'d str, String>,
    pub(super) options: &'d Options,
}

impl<'d> Plan<'d> {
    /// Creates a plan with the names of modules and types. The caller must set the fields `containment` and `has_related`, which are
    /// computed from the plan.
    pub(super) fn new(
        document: &'d Document,
        selection: Selection<'d>,
        merged_types: BTreeSet<String>,
        options: &'d Options,
    ) -> Self {
        let mut plan = Self {
            document,
            hierarchy: Hierarchy::of(&selection, options),
            containment: Containment::default(),
            has_related: false,
            merged_types,
            modules: BTreeMap::new(),
            operations: Vec::new(),
            containers: Vec::new(),
            names: HashMap::new(),
            polymorphic: HashMap::new(),
            options,
            selection,
        };
        if options.has_operations {
            plan.operations = operations::select(document, options);
            plan.containers = containers::select(document, &plan.selection, &plan.operations, options);
        }
        let mut scopes = HashMap::new();
        plan.name_modules(&mut scopes);
        plan.name_types(&mut scopes);
        plan.name_containers(&mut scopes);
        plan.add_modules_of_operations(&mut scopes);
        plan
    }

    /// Returns the qualified names of the model's types: entity and complex types, followed by enumeration types.
    pub(super) fn qualified_names(&self) -> impl Iterator<Item = &'d str> {
        self.selection.structured_types.keys().chain(self.selection.enumeration_types.keys()).copied()
    }

    /// Assigns a module path to each namespace, such as `graph::security` to `microsoft.graph.security`. If all
    /// namespaces of the document start with `microsoft.graph`, each module path starts with the last common segment,
    /// `graph`. The module path of a namespace doesn't depend on the selected types.
    fn name_modules(&mut self, scopes: &mut HashMap<&'d str, Scope>) {
        let with_types = self
            .document
            .schemas
            .iter()
            .filter(|schema| !schema.structured_types.is_empty() || !schema.enumeration_types.is_empty());
        let shared = shared_segments(&with_types.map(|schema| schema.namespace.as_str()).collect::<Vec<_>>());
        let operations = self.operations.iter().map(|operation| operation.signature.qualified_name.as_str());
        let containers = self.containers.iter().map(|container| container.namespace);
        let namespaces: BTreeSet<&'d str> =
            self.qualified_names().chain(operations).map(namespace_of).chain(containers).collect();
        let mut names: HashMap<&str, String> = HashMap::new();
        for namespace in namespaces {
            if let Some(path) = self.options.renames.modules.get(namespace) {
                self.modules.insert(namespace.to_owned(), path.split("::").map(str::to_owned).collect());
                continue;
            }
            let mut path = Vec::new();
            // A namespace without types can have fewer segments than all namespaces with types have in common.
            let omitted = shared.min(prefixes(namespace).count()).saturating_sub(1);
            for (segment, prefix) in prefixes(namespace).skip(omitted) {
                // A type and a module can't have the same name.
                let scope = scopes.entry(namespace_of(prefix)).or_insert_with(Scope::of_types);
                let name = names.entry(prefix).or_insert_with(|| scope.add(naming::snake_case(segment), ""));
                path.push(name.clone());
            }
            self.modules.insert(namespace.to_owned(), path);
        }
    }

    /// Adds the module `operations` to the module of each namespace with an action or a function.
    fn add_modules_of_operations(&mut self, scopes: &mut HashMap<&'d str, Scope>) {
        let names = self.operations.iter().map(|operation| operation.signature.qualified_name.as_str());
        let namespaces: BTreeSet<&'d str> = names.map(namespace_of).collect();
        for namespace in namespaces {
            let scope = scopes.entry(namespace).or_insert_with(Scope::of_types);
            let mut path = self.modules[namespace].clone();
            path.push(scope.add("operations".to_owned(), ""));
            self.modules.insert(operations::module_of(namespace), path);
        }
    }

    fn name_types(&mut self, scopes: &mut HashMap<&'d str, Scope>) {
        let names: Vec<&str> = self.qualified_names().collect();
        for (name, rust) in
            names.iter().filter_map(|name| Some((*name, self.options.renames.types.get(*name)?)))
        {
            let scope = scopes.entry(namespace_of(name)).or_insert_with(Scope::of_types);
            self.names.insert(name, scope.add(rust.clone(), "Type"));
        }
        for name in names {
            if self.names.contains_key(name) {
                continue;
            }
            let scope = scopes.entry(namespace_of(name)).or_insert_with(Scope::of_types);
            self.names.insert(name, scope.add(naming::pascal_case(last_segment(name)), "Type"));
        }
        let used = used_types(self.document, &self.selection);
        for name in self.hierarchy.polymorphic_types(&self.selection, |name| used.contains(name)) {
            let scope = scopes.entry(namespace_of(name)).or_insert_with(Scope::of_types);
            let any = format!("Any{}", self.names[name]);
            self.polymorphic.insert(name, scope.add(any, "Value"));
        }
    }

    fn name_containers(&mut self, scopes: &mut HashMap<&'d str, Scope>) {
        for container in &mut self.containers {
            let scope = scopes.entry(container.namespace).or_insert_with(Scope::of_types);
            container.name = scope.add(naming::pascal_case(&container.declaration.name), "Container");
        }
    }

    /// If two namespaces have the same module path, returns the path and an error message. Returns `None` if each namespace has its own
    /// module.
    pub(super) fn shared_module(&self) -> Option<(String, String)> {
        let mut seen = HashMap::new();
        self.modules.iter().find_map(|(namespace, path)| {
            let other = seen.insert(path, namespace)?;
            Some((
                path.join("::"),
                format!("the namespaces `{other}` and `{namespace}` can't have the same module"),
            ))
        })
    }

    /// Returns the alias of the schema with the namespace `namespace`. Returns `None` if the schema has no valid alias.
    pub(super) fn alias(&self, namespace: &str) -> Option<&'d str> {
        let schema = self.document.schemas.iter().find(|schema| schema.namespace == namespace)?;
        schema.alias.as_deref().filter(|alias| *alias != namespace && is_simple_identifier(alias))
    }

    /// Returns the type name and the facets of a property, such as `Edm.String` and `MaxLength="10"`. If the type of
    /// the property is a type definition, the returned type name is the underlying type of the type definition. Facets
    /// that the property doesn't specify are inherited from the type definition.
    pub(super) fn facets<'p>(&self, property: &'p Property) -> (&'p str, Facets)
    where
        'd: 'p,
    {
        let name = property.value_type.name.as_str();
        match self.document.type_definition(name) {
            Some(definition) => (&definition.underlying_type, property.facets.or(&definition.facets)),
            None => (name, property.facets.clone()),
        }
    }

    /// Returns the Rust name of a type's struct or enum.
    pub(super) fn name(&self, qualified_name: &str) -> &str {
        &self.names[qualified_name]
    }

    /// Returns the Rust name of a type's polymorphic enum.
    pub(super) fn polymorphic_name(&self, qualified_name: &str) -> &str {
        &self.polymorphic[qualified_name]
    }

    /// Checks whether a type has a polymorphic enum.
    pub(super) fn is_polymorphic(&self, qualified_name: &str) -> bool {
        self.polymorphic.contains_key(qualified_name)
    }

    /// Returns the namespaces of the model in alphabetical order, with the paths of their modules.
    pub(super) fn modules(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.modules.iter().map(|(namespace, path)| (namespace.as_str(), path.as_slice()))
    }

    /// Returns the path of a type's struct or enum, relative to the module of the namespace `from`.
    pub(super) fn path(&self, from: &str, qualified_name: &str) -> TokenStream {
        self.path_to(from, namespace_of(qualified_name), self.name(qualified_name))
    }

    /// Returns the path of the Rust type for values of an OData type, such as `super::Status`. If the OData type has a
    /// polymorphic enum, returns the path of the polymorphic enum, such as `super::AnyUser`. The path is relative to
    /// the module of the namespace `from`.
    pub(super) fn value_path(&self, from: &str, qualified_name: &str) -> TokenStream {
        match self.polymorphic.get(qualified_name) {
            Some(name) => self.path_to(from, namespace_of(qualified_name), name),
            None => self.path(from, qualified_name),
        }
    }

    /// Returns the path of an operation's struct, relative to the module of the namespace `from`.
    pub(super) fn operation_path(&self, from: &str, operation: &Operation<'_>) -> TokenStream {
        self.path_to(from, &operation.module(), &operation.name)
    }

    /// Returns the path of the Rust type for values of an OData type, such as `graph::Status`. If the OData type has a
    /// polymorphic enum, returns the path of the polymorphic enum, such as `graph::AnyUser`. The path is relative to
    /// the root of the generated source.
    pub(super) fn value_path_from_root(&self, qualified_name: &str) -> String {
        let name =
            self.polymorphic.get(qualified_name).map_or_else(|| self.name(qualified_name), String::as_str);
        let module =
            self.modules[namespace_of(qualified_name)].iter().map(|segment| naming::identifier(segment));
        module.map(|segment| format!("{segment}::")).chain([name.to_owned()]).collect()
    }

    fn path_to(&self, from: &str, to: &str, name: &str) -> TokenStream {
        let name = naming::type_identifier(name);
        let (from, to) = (&self.modules[from], &self.modules[to]);
        let shared = from.iter().zip(to).take_while(|(from, to)| from == to).count();
        let up = from[shared..].iter().map(|_| quote!(super::));
        let down = to[shared..].iter().map(|segment| {
            let segment = naming::identifier(segment);
            quote!(#segment::)
        });
        quote!(#(#up)* #(#down)* #name)
    }
}

/// Returns the qualified names of the types that properties, return types, entity sets and singletons refer to.
fn used_types<'d>(document: &'d Document, selection: &Selection<'d>) -> HashSet<&'d str> {
    let properties = selection.structured_types.values().flat_map(|structured| &structured.properties);
    let results = document.signatures().filter_map(|operation| operation.return_type.as_ref());
    let described = properties.chain(results);
    let containers = document.schemas.iter().filter_map(|schema| schema.container.as_ref());
    let contained = containers.flat_map(EntityContainer::entity_types);
    described.map(|property| &property.value_type.name).chain(contained).map(String::as_str).collect()
}

/// Returns the number of leading segments that all namespaces have in common.
fn shared_segments(namespaces: &[&str]) -> usize {
    let segments: Vec<Vec<&str>> =
        namespaces.iter().map(|namespace| namespace.split('.').collect()).collect();
    let shortest = segments.iter().map(Vec::len).min().unwrap_or(0);
    (0..shortest).take_while(|at| segments.iter().all(|one| one[*at] == segments[0][*at])).count()
}

/// Returns the segments of a namespace and their qualified names: (`microsoft`, `microsoft`) and (`graph`, `microsoft.graph`) for
/// `microsoft.graph`.
fn prefixes(namespace: &str) -> impl Iterator<Item = (&str, &str)> {
    let ends = namespace.match_indices('.').map(|(dot, _)| dot).chain([namespace.len()]);
    ends.map(|end| &namespace[..end]).map(|prefix| (last_segment(prefix), prefix))
}
