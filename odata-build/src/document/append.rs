//! Adds a document to another one.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Document, EntityContainer, Reference, Schema, Warning};

impl Document {
    /// Adds the content of another document. Its annotations are not applied yet.
    pub(crate) fn append(&mut self, other: Self) {
        let Self { references, schemas, annotations, include_warnings } = other;
        self.annotations.extend(annotations);
        self.include_warnings.extend(include_warnings);
        let known: HashSet<&Reference> = self.references.iter().collect();
        let new: Vec<_> = references.into_iter().filter(|reference| !known.contains(reference)).collect();
        self.references.extend(new);
        self.append_schemas(schemas);
    }

    /// Returns a document with one schema for each namespace, as both formats require.
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
            match self.schemas.iter_mut().find(|other| other.namespace == schema.namespace) {
                Some(existing) => existing.append(schema, &mut self.include_warnings),
                None => self.schemas.push(schema),
            }
        }
    }
}

impl Schema {
    /// Adds the elements of another schema with the same namespace. A document that is included twice changes nothing.
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
        } = other;
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
            // Overloads have the same name.
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
        let Self { name, entity_sets, singletons, imports, remarks, member_remarks } = other;
        if self.name != name {
            warnings.push(Warning::Redeclared(format!("{namespace}.{name}")));
        }
        let mut add = |own: &mut BTreeMap<String, String>, members: BTreeMap<String, String>| {
            for (member, type_name) in members {
                if *own.entry(member.clone()).or_insert_with(|| type_name.clone()) != type_name {
                    warnings.push(Warning::Redeclared(format!("{namespace}.{}/{member}", self.name)));
                }
            }
        };
        add(&mut self.entity_sets, entity_sets);
        add(&mut self.singletons, singletons);
        self.imports.extend(imports);
        self.remarks.merge(remarks);
        for (member, remarks) in member_remarks {
            self.member_remarks.entry(member).or_default().merge(remarks);
        }
    }
}

/// Adds the elements that aren't declared yet.
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
