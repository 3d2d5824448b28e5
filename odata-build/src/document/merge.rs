//! Merging of CSDL documents.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Annotations, Document, EntityContainer, Schema, Warning};

impl Document {
    /// Adds the content of another document. The caller must then call [`apply_annotations`](Self::apply_annotations), which moves
    /// annotations to their targets.
    pub(crate) fn append(&mut self, other: Self) {
        let Self { version, references, schemas, annotations, read_warnings, extensions } = other;
        let is_empty = self.schemas.is_empty() && self.references.is_empty();
        self.version = if is_empty { version } else { self.version.max(version) };
        self.annotations.extend(annotations);
        self.read_warnings.extend(read_warnings);
        self.extensions.extend(extensions);
        for reference in references {
            if !self.references.contains(&reference) {
                self.references.push(reference);
            }
        }
        self.append_schemas(schemas);
    }

    /// Returns a document in which schemas with the same namespace are merged, because CSDL allows only one schema for each namespace.
    pub(crate) fn with_distinct_schemas(&self) -> Cow<'_, Self> {
        let mut namespaces = HashSet::new();
        if self.schemas.iter().all(|schema| namespaces.insert(&schema.namespace)) {
            return Cow::Borrowed(self);
        }
        let mut distinct = self.clone();
        let schemas = std::mem::take(&mut distinct.schemas);
        distinct.append_schemas(schemas);
        Cow::Owned(distinct)
    }

    fn append_schemas(&mut self, schemas: Vec<Schema>) {
        for schema in schemas {
            self.push_schema(schema);
        }
    }

    /// Adds a schema. If the document already has a schema with the same namespace, the elements of `schema` are added to the existing
    /// schema.
    pub(crate) fn push_schema(&mut self, schema: Schema) {
        match self.schemas.iter_mut().find(|other| other.namespace == schema.namespace) {
            Some(existing) => existing.append(schema, &mut self.read_warnings),
            None => self.schemas.push(schema),
        }
    }
}

impl Schema {
    /// Adds the elements of another schema with the same namespace. If `self` already contains an equal element, the element isn't added
    /// again.
    fn append(&mut self, other: Self, warnings: &mut Vec<Warning>) {
        let Self {
            namespace,
            alias,
            structured_types,
            enumeration_types,
            type_definitions,
            actions,
            functions,
            terms,
            container,
            annotations,
        } = other;
        self.annotations.merge(annotations);
        self.alias = self.alias.take().or(alias);
        append(&mut self.terms, terms, |of| &of.qualified_name, warnings);
        for function in functions {
            if !self.functions.contains(&function) {
                self.functions.push(function);
            }
        }
        append(&mut self.structured_types, structured_types, |of| &of.qualified_name, warnings);
        append(&mut self.enumeration_types, enumeration_types, |of| &of.qualified_name, warnings);
        append(&mut self.type_definitions, type_definitions, |of| &of.qualified_name, warnings);
        for action in actions {
            // Overloads of an action have the same name, so only equal actions are duplicates.
            if !self.actions.contains(&action) {
                self.actions.push(action);
            }
        }
        match (&mut self.container, container) {
            (Some(existing), Some(container)) => existing.append(container, &namespace, warnings),
            (existing @ None, container) => *existing = container,
            (Some(_), None) => {}
        }
    }
}

impl EntityContainer {
    fn append(&mut self, other: Self, namespace: &str, warnings: &mut Vec<Warning>) {
        let Self { name, base, entity_sets, singletons, action_imports, function_imports, annotations } =
            other;
        let own_name = format!("{namespace}.{}", self.name);
        if self.name != name {
            warnings.push(Warning::Redeclared(format!("{namespace}.{name}")));
        } else if self.base.is_some() && base.is_some() && self.base != base {
            warnings.push(Warning::Redeclared(own_name.clone()));
        }
        self.base = self.base.take().or(base);
        self.annotations.merge(annotations);
        let mut redeclared =
            |member: String| warnings.push(Warning::Redeclared(format!("{own_name}/{member}")));
        append_members(&mut self.entity_sets, entity_sets, |of| &mut of.annotations, &mut redeclared);
        append_members(&mut self.singletons, singletons, |of| &mut of.annotations, &mut redeclared);
        append_members(&mut self.action_imports, action_imports, |of| &mut of.annotations, &mut redeclared);
        append_members(
            &mut self.function_imports,
            function_imports,
            |of| &mut of.annotations,
            &mut redeclared,
        );
    }
}

/// Adds members of another entity container, such as its entity sets, to `own`. If the name of a member already occurs in `own`, only the
/// annotations of the member are added. If two members with the same name differ, for example in the entity type, `redeclared` is called to
/// add a warning.
fn append_members<T: PartialEq>(
    own: &mut BTreeMap<String, T>,
    others: BTreeMap<String, T>,
    annotations: impl Fn(&mut T) -> &mut Annotations,
    redeclared: &mut impl FnMut(String),
) {
    for (name, mut other) in others {
        match own.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(other);
            }
            Entry::Occupied(mut entry) => {
                let mut merged = std::mem::take(annotations(entry.get_mut()));
                merged.merge(std::mem::take(annotations(&mut other)));
                if *entry.get() != other {
                    redeclared(entry.key().clone());
                }
                *annotations(entry.get_mut()) = merged;
            }
        }
    }
}

/// Adds the elements in `others`, such as the types of another schema, to `own`. If an element in `own` has the same
/// name as an element in `others` but a different content, the element in `others` is ignored with a warning.
fn append<T: PartialEq>(
    own: &mut Vec<T>,
    others: Vec<T>,
    name: impl Fn(&T) -> &String,
    warnings: &mut Vec<Warning>,
) {
    let positions: HashMap<String, usize> =
        own.iter().enumerate().map(|(position, one)| (name(one).clone(), position)).collect();
    for other in others {
        match positions.get(name(&other)) {
            Some(position) if own[*position] == other => {}
            Some(_) => warnings.push(Warning::Redeclared(name(&other).clone())),
            None => own.push(other),
        }
    }
}
