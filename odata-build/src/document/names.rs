//! Qualified names and aliases of namespaces.

use std::collections::HashMap;

use super::Schema;

/// Returns the part of a qualified name after the last dot.
pub(crate) fn last_segment(qualified_name: &str) -> &str {
    qualified_name.rsplit('.').next().unwrap_or(qualified_name)
}

/// Returns the part of a qualified name before the last dot.
pub(crate) fn namespace_of(qualified_name: &str) -> &str {
    qualified_name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

impl Schema {
    /// Removes the namespace of the schema from the qualified name of an element: returns `ward` for `clinic.ward`.
    pub(crate) fn simple_name<'n>(&self, qualified_name: &'n str) -> &'n str {
        let name = qualified_name.strip_prefix(&*self.namespace).and_then(|rest| rest.strip_prefix('.'));
        name.unwrap_or_else(|| last_segment(qualified_name))
    }
}

/// A map from namespace aliases, such as `self`, to namespaces.
#[derive(Debug, Default)]
pub(crate) struct Aliases(HashMap<String, String>);

impl Aliases {
    pub(crate) fn insert(&mut self, alias: &str, namespace: &str) {
        // A namespace with `@` or `#` is invalid, and CSDL JSON couldn't represent the terms of the namespace.
        if !namespace.contains(['@', '#']) {
            self.0.insert(alias.to_owned(), namespace.to_owned());
        }
    }

    /// Replaces the alias in a qualified name with the namespace: `self.case` becomes `microsoft.graph.security.case`.
    pub(crate) fn resolve(&self, name: &str) -> String {
        match name.rsplit_once('.').and_then(|(alias, rest)| Some((self.0.get(alias)?, rest))) {
            Some((namespace, rest)) => format!("{namespace}.{rest}"),
            None => name.to_owned(),
        }
    }

    /// Replaces the alias in the name of a type or collection type, such as `self.case` or `Collection(self.case)`.
    pub(crate) fn resolve_type(&self, type_name: &str) -> String {
        match type_name.strip_prefix("Collection(").and_then(|rest| rest.strip_suffix(')')) {
            Some(element) => format!("Collection({})", self.resolve(element)),
            None => self.resolve(type_name),
        }
    }

    /// Replaces the aliases in the target path of annotations, such as `self.case/status` or `self.close(self.case)/reason`.
    pub(crate) fn resolve_target(&self, path: &str) -> String {
        let segments = path.split('/').map(|segment| match segment.split_once('(') {
            Some((name, types)) => {
                let types = types.strip_suffix(')').unwrap_or(types).split(',');
                let types: Vec<_> = types.map(|one| self.resolve_type(one.trim())).collect();
                format!("{}({})", self.resolve(name), types.join(","))
            }
            None => self.resolve(segment),
        });
        segments.collect::<Vec<_>>().join("/")
    }
}
