//! The entity container of a service: entity sets, singletons, action imports and function imports.

use std::collections::BTreeMap;

use super::Annotations;

/// The entity container of a service: its entity sets, singletons, action imports and function imports.
///
/// [CSDL XML, 13](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_EntityContainer)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntityContainer {
    /// The name of the entity container, without the namespace.
    pub name: String,
    /// The qualified name of the entity container that this entity container extends (`Extends`).
    pub base: Option<String>,
    /// The entity sets of the container, by name.
    pub entity_sets: BTreeMap<String, EntitySet>,
    /// The singletons of the container, by name.
    pub singletons: BTreeMap<String, Singleton>,
    /// The action imports of the container, by name.
    pub action_imports: BTreeMap<String, ActionImport>,
    /// The function imports of the container, by name.
    pub function_imports: BTreeMap<String, FunctionImport>,
    /// The annotations of the entity container.
    pub annotations: Annotations,
}

/// An entity set: a named collection of entities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntitySet {
    /// The qualified name of the entity set's entity type (`EntityType`).
    pub entity_type: String,
    /// Whether the entity set is left out of the service document (`IncludeInServiceDocument="false"`).
    pub is_left_out_of_service_document: bool,
    /// The navigation property bindings (`NavigationPropertyBinding`): a map from the path of a navigation property to the entity set of
    /// the related entities.
    pub navigation_property_bindings: BTreeMap<String, String>,
    /// The annotations of the entity set.
    pub annotations: Annotations,
}

/// A singleton: a single named entity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Singleton {
    /// The qualified name of the singleton's entity type (`Type`).
    pub entity_type: String,
    /// Whether the singleton can be null (`Nullable="true"`). If a singleton is null, a request for the singleton returns no entity.
    pub is_nullable: bool,
    /// The navigation property bindings (`NavigationPropertyBinding`): a map from the path of a navigation property to the entity set of
    /// the related entities.
    pub navigation_property_bindings: BTreeMap<String, String>,
    /// The annotations of the singleton.
    pub annotations: Annotations,
}

/// An action import: a name that clients use to call an unbound action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionImport {
    /// The qualified name of the imported action (`Action`).
    pub action: String,
    /// The entity set of the returned entities (`EntitySet`): the name of an entity set, or a path if the entity set is in another entity
    /// container.
    pub entity_set: Option<String>,
    /// The annotations of the action import.
    pub annotations: Annotations,
}

/// A function import: a name that clients use to call an unbound function.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FunctionImport {
    /// The qualified name of the imported function (`Function`).
    pub function: String,
    /// The entity set of the returned entities (`EntitySet`): the name of an entity set, or a path if the entity set is in another entity
    /// container.
    pub entity_set: Option<String>,
    /// Whether the service document lists the function import (`IncludeInServiceDocument="true"`).
    pub is_in_service_document: bool,
    /// The annotations of the function import.
    pub annotations: Annotations,
}

impl EntityContainer {
    /// Checks whether an action import or a function import has this name.
    pub(crate) fn has_import(&self, name: &str) -> bool {
        self.action_imports.contains_key(name) || self.function_imports.contains_key(name)
    }

    /// Returns the qualified name of the entity type of the entity set or singleton with this name.
    pub(crate) fn entity_type(&self, name: &str) -> Option<&str> {
        let of_set = self.entity_sets.get(name).map(|set| &*set.entity_type);
        of_set.or_else(|| self.singletons.get(name).map(|singleton| &*singleton.entity_type))
    }

    /// Returns the name and the annotations of each entity set, singleton, action import and function import.
    pub(crate) fn member_annotations_mut(&mut self) -> impl Iterator<Item = (&String, &mut Annotations)> {
        let entity_sets = self.entity_sets.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        let singletons = self.singletons.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        let actions = self.action_imports.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        let functions = self.function_imports.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        entity_sets.chain(singletons).chain(actions).chain(functions)
    }

    /// Returns the qualified names of the entity types of all entity sets and singletons.
    pub(crate) fn entity_types(&self) -> impl Iterator<Item = &String> {
        let entity_sets = self.entity_sets.values().map(|of| &of.entity_type);
        entity_sets.chain(self.singletons.values().map(|of| &of.entity_type))
    }

    /// Returns mutable references to the names of the entity types of all entity sets and singletons.
    pub(crate) fn entity_types_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let entity_sets = self.entity_sets.values_mut().map(|of| &mut of.entity_type);
        entity_sets.chain(self.singletons.values_mut().map(|of| &mut of.entity_type))
    }

    /// Returns mutable references to the names of the imported operations, the entity sets of the imports, and the extended entity
    /// container.
    pub(crate) fn paths_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let actions = self.action_imports.values_mut();
        let actions = actions.flat_map(|of| [Some(&mut of.action), of.entity_set.as_mut()]).flatten();
        let functions = self.function_imports.values_mut();
        let functions = functions.flat_map(|of| [Some(&mut of.function), of.entity_set.as_mut()]).flatten();
        actions.chain(functions).chain(&mut self.base)
    }

    /// Returns the navigation property bindings of each entity set and singleton.
    pub(crate) fn bindings_mut(&mut self) -> impl Iterator<Item = &mut BTreeMap<String, String>> {
        let entity_sets = self.entity_sets.values_mut().map(|of| &mut of.navigation_property_bindings);
        entity_sets.chain(self.singletons.values_mut().map(|of| &mut of.navigation_property_bindings))
    }
}
