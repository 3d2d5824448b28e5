//! The entity container of a service, and its members.

use std::collections::BTreeMap;

use super::Annotations;

/// The entity container of a service: its entity sets, singletons, action imports and function imports.
///
/// [CSDL XML, 13](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_EntityContainer)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntityContainer {
    /// The name.
    pub name: String,
    /// The qualified name of the container that this container extends (`Extends`).
    pub base: Option<String>,
    /// Entity sets by their names.
    pub entity_sets: BTreeMap<String, EntitySet>,
    /// Singletons by their names.
    pub singletons: BTreeMap<String, Singleton>,
    /// Action imports by their names.
    pub action_imports: BTreeMap<String, ActionImport>,
    /// Function imports by their names.
    pub function_imports: BTreeMap<String, FunctionImport>,
    /// Annotations of the container.
    pub annotations: Annotations,
}

/// An entity set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntitySet {
    /// The qualified name of the entity type.
    pub entity_type: String,
    /// Whether the service document doesn't contain the entity set (`IncludeInServiceDocument="false"`).
    pub is_left_out_of_service_document: bool,
    /// The entity sets of related entities (`NavigationPropertyBinding`): targets by the paths of navigation properties.
    pub navigation_property_bindings: BTreeMap<String, String>,
    /// Annotations.
    pub annotations: Annotations,
}

/// A singleton.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Singleton {
    /// The qualified name of the entity type.
    pub entity_type: String,
    /// Whether the singleton may not exist (`Nullable="true"`).
    pub is_nullable: bool,
    /// The entity sets of related entities (`NavigationPropertyBinding`): targets by the paths of navigation properties.
    pub navigation_property_bindings: BTreeMap<String, String>,
    /// Annotations.
    pub annotations: Annotations,
}

/// An action import, which makes an unbound action available.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionImport {
    /// The qualified name of the action.
    pub action: String,
    /// The entity set of the result: a name, or the path of an entity set in another container.
    pub entity_set: Option<String>,
    /// Annotations.
    pub annotations: Annotations,
}

/// A function import, which makes an unbound function available.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FunctionImport {
    /// The qualified name of the function.
    pub function: String,
    /// The entity set of the result: a name, or the path of an entity set in another container.
    pub entity_set: Option<String>,
    /// Whether the service document contains the function import (`IncludeInServiceDocument="true"`).
    pub is_in_service_document: bool,
    /// Annotations.
    pub annotations: Annotations,
}

impl EntityContainer {
    /// Checks whether an action import or a function import has this name.
    pub(crate) fn has_import(&self, name: &str) -> bool {
        self.action_imports.contains_key(name) || self.function_imports.contains_key(name)
    }

    /// Returns the entity type of an entity set or a singleton.
    pub(crate) fn entity_type(&self, name: &str) -> Option<&str> {
        let of_set = self.entity_sets.get(name).map(|set| &*set.entity_type);
        of_set.or_else(|| self.singletons.get(name).map(|singleton| &*singleton.entity_type))
    }

    /// Returns the annotations of the members, with the names of the members.
    pub(crate) fn member_annotations_mut(&mut self) -> impl Iterator<Item = (&String, &mut Annotations)> {
        let entity_sets = self.entity_sets.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        let singletons = self.singletons.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        let actions = self.action_imports.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        let functions = self.function_imports.iter_mut().map(|(name, of)| (name, &mut of.annotations));
        entity_sets.chain(singletons).chain(actions).chain(functions)
    }

    /// Returns the entity types of the entity sets and singletons.
    pub(crate) fn entity_types(&self) -> impl Iterator<Item = &String> {
        let entity_sets = self.entity_sets.values().map(|of| &of.entity_type);
        entity_sets.chain(self.singletons.values().map(|of| &of.entity_type))
    }

    /// Returns the entity types of the entity sets and singletons.
    pub(crate) fn entity_types_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let entity_sets = self.entity_sets.values_mut().map(|of| &mut of.entity_type);
        entity_sets.chain(self.singletons.values_mut().map(|of| &mut of.entity_type))
    }

    /// Returns the qualified names and paths of elements other than types.
    pub(crate) fn paths_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let actions = self.action_imports.values_mut();
        let actions = actions.flat_map(|of| [Some(&mut of.action), of.entity_set.as_mut()]).flatten();
        let functions = self.function_imports.values_mut();
        let functions = functions.flat_map(|of| [Some(&mut of.function), of.entity_set.as_mut()]).flatten();
        actions.chain(functions).chain(&mut self.base)
    }

    /// Returns the bindings of entity sets and singletons.
    pub(crate) fn bindings_mut(&mut self) -> impl Iterator<Item = &mut BTreeMap<String, String>> {
        let entity_sets = self.entity_sets.values_mut().map(|of| &mut of.navigation_property_bindings);
        entity_sets.chain(self.singletons.values_mut().map(|of| &mut of.navigation_property_bindings))
    }
}
