//! Lookup of the declarations of a CSDL document by name.

use core::iter;
use std::collections::HashMap;

use odata_core::metadata::OperationKind;

use super::overload::Overload;
use crate::document::{
    ContainerMemberKind, Containers, EntityContainer, EnumerationType, Index, PropertyRef, StructuredType,
    namespace_of,
};
use crate::{Document, Generator};

/// A document with an index of its types, operations and entity containers.
pub(super) struct Service<'d> {
    document: &'d Document,
    /// The options with which the model was generated.
    pub(super) options: &'d Generator<'d>,
    types: Index<'d>,
    operations: HashMap<&'d str, Vec<Overload<'d>>>,
    containers: Containers<'d>,
}

impl<'d> Service<'d> {
    pub(super) fn of(document: &'d Document, options: &'d Generator<'d>) -> Self {
        let mut operations: HashMap<_, Vec<_>> = HashMap::new();
        for overload in overloads(document) {
            operations.entry(overload.signature.qualified_name.as_str()).or_default().push(overload);
        }
        Self {
            document,
            options,
            types: Index::of(document),
            operations,
            containers: Containers::of(document),
        }
    }

    pub(super) const fn containers(&self) -> &Containers<'d> {
        &self.containers
    }

    pub(super) fn container(&self, qualified_name: &str) -> Option<&'d EntityContainer> {
        self.containers.get(qualified_name)
    }

    /// Returns an iterator over all actions and functions of the document, including all overloads.
    pub(super) fn overloads(&self) -> impl Iterator<Item = Overload<'d>> {
        overloads(self.document)
    }

    /// Returns the overloads of an action or function, such as all actions with the qualified name `clinic.close`.
    pub(super) fn overloads_of(&self, qualified_name: &str) -> impl Iterator<Item = Overload<'d>> {
        self.operations.get(qualified_name).into_iter().flatten().copied()
    }

    /// Returns the names of the action imports or function imports of an operation.
    pub(super) fn imports(&self, operation: Overload<'_>) -> Vec<&'d str> {
        let containers = self.document.schemas.iter().filter_map(|schema| schema.container.as_ref());
        let members = containers.flat_map(EntityContainer::members);
        let imports = members.filter(|member| match member.kind {
            ContainerMemberKind::ActionImport(_) => operation.kind == OperationKind::Action,
            ContainerMemberKind::FunctionImport(_) => operation.kind == OperationKind::Function,
            ContainerMemberKind::EntitySet(_) | ContainerMemberKind::Singleton { .. } => false,
        });
        let imports = imports.filter(|member| member.target() == operation.signature.qualified_name);
        imports.map(|member| member.name).collect()
    }

    pub(super) fn structured(&self, qualified_name: &str) -> Option<&'d StructuredType> {
        self.types.structured_types.get(qualified_name).copied()
    }

    pub(super) fn enumeration(&self, qualified_name: &str) -> Option<&'d EnumerationType> {
        self.types.enumeration_types.get(qualified_name).copied()
    }

    /// Returns the underlying type of a type definition, such as `Edm.Decimal` for `clinic.milligrams`.
    pub(super) fn definition(&self, qualified_name: &str) -> Option<&'d str> {
        self.types.type_definitions.get(qualified_name).map(|definition| definition.underlying_type.as_str())
    }

    /// Returns the inheritance chain of a type, starting with the type itself. In an invalid document, the inheritance chain can be a
    /// cycle. To avoid an infinite loop, the iterator returns at most as many types as the document declares.
    pub(super) fn inheritance_chain(
        &self,
        structured: &'d StructuredType,
    ) -> impl Iterator<Item = &'d StructuredType> {
        iter::successors(Some(structured), |structured| self.structured(structured.base.as_deref()?))
            .take(self.types.structured_types.len())
    }

    /// Returns the key that a type or its nearest base type declares. The key is empty if no type of the inheritance chain declares a key.
    pub(super) fn key(&self, structured: &'d StructuredType) -> &'d [PropertyRef] {
        let mut keys = self.inheritance_chain(structured).map(|structured| structured.key.as_slice());
        keys.find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// Checks whether a type or one of its base types is open. A type that derives from an open type is always open.
    pub(super) fn is_open(&self, structured: &'d StructuredType) -> bool {
        self.inheritance_chain(structured).any(|structured| structured.is_open)
    }

    /// Returns the first type of the document that derives from `structured` and declares a property with the name `property`.
    pub(super) fn derived_with(
        &self,
        structured: &'d StructuredType,
        property: &str,
    ) -> Option<&'d StructuredType> {
        let derives = |one: &'d StructuredType| {
            self.inheritance_chain(one).skip(1).any(|base| base.qualified_name == structured.qualified_name)
        };
        self.document.structured_types().find(|one| declares(one, property) && derives(one))
    }

    /// Returns the message for a type of the model that is missing in the document, or that is a different kind of type in the document.
    /// `expected` is the kind of the type in the model, such as `an enumeration type`.
    pub(super) fn missing_type(&self, qualified_name: &str, expected: &str) -> String {
        let found = if self.structured(qualified_name).is_some() {
            "a structured type"
        } else if self.enumeration(qualified_name).is_some() {
            "an enumeration type"
        } else if self.definition(qualified_name).is_some() {
            "a type definition"
        } else {
            return format!("not in the document{}", self.hint(qualified_name));
        };
        format!("{found} in the document, {expected} in the model")
    }

    /// Returns a hint that is appended to the message `not in the document` about a type of the model. For example, the
    /// message for the type `clinic.ward` is `` not in the document, which declares `clinic.Ward` ``. If the type can
    /// be in a referenced document, the message contains the URI of the referenced document. The hint is empty if the
    /// document has no similar type and no matching reference.
    fn hint(&self, qualified_name: &str) -> String {
        let Index { structured_types, enumeration_types, type_definitions } = &self.types;
        let names = structured_types.keys().chain(enumeration_types.keys()).chain(type_definitions.keys());
        self.hint_from(names.copied(), qualified_name)
    }

    /// Returns a hint that is appended to the message `not in the document` about an operation of the model. For
    /// example, the message for the operation `clinic.close` is
    /// `` not in the document, which declares `clinic.Close` ``.
    pub(super) fn operation_hint(&self, qualified_name: &str) -> String {
        self.hint_from(self.operations.keys().copied(), qualified_name)
    }

    /// Returns a hint that is appended to the message `not in the document` about an entity container of the model. For
    /// example, the message for the container `clinic.service` is
    /// `` not in the document, which declares `clinic.Service` ``.
    pub(super) fn container_hint(&self, qualified_name: &str) -> String {
        self.hint_from(self.containers.names(), qualified_name)
    }

    fn hint_from<'n>(&self, names: impl Iterator<Item = &'n str>, qualified_name: &str) -> String {
        let nearest = names.filter(|name| name.eq_ignore_ascii_case(qualified_name)).min();
        if let Some(nearest) = nearest {
            return format!(", which declares `{nearest}`");
        }
        let namespace = namespace_of(qualified_name);
        let mut references = self.document.references.iter();
        let reference = references.find(|one| one.namespaces().any(|included| included == namespace));
        reference.map_or_else(String::new, |one| {
            format!(", which includes the namespace `{namespace}` from `{}`", one.uri)
        })
    }
}

fn overloads(document: &Document) -> impl Iterator<Item = Overload<'_>> {
    document.schemas.iter().flat_map(|schema| {
        let actions = schema.actions.iter().map(|signature| Overload {
            signature,
            kind: OperationKind::Action,
            is_composable: false,
        });
        let functions = schema.functions.iter().map(|function| Overload {
            signature: &function.signature,
            kind: OperationKind::Function,
            is_composable: function.is_composable,
        });
        actions.chain(functions)
    })
}

/// Checks whether a type itself, not one of its base types, declares a property with the name `property`.
pub(super) fn declares(structured: &StructuredType, property: &str) -> bool {
    structured.properties.iter().any(|declared| declared.name == property)
}
