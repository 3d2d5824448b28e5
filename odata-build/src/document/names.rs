//! Qualified names, and the aliases that stand for namespaces in them.

use std::collections::HashMap;

/// What stands behind the last dot.
pub(crate) fn last_segment(qualified_name: &str) -> &str {
    qualified_name.rsplit('.').next().unwrap_or(qualified_name)
}

/// What stands before the last dot.
pub(crate) fn namespace_of(qualified_name: &str) -> &str {
    qualified_name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

/// The short names of namespaces in one document.
#[derive(Debug, Default)]
pub(crate) struct Aliases(HashMap<String, String>);

impl Aliases {
    pub(crate) fn insert(&mut self, alias: &str, namespace: &str) {
        self.0.insert(alias.to_owned(), namespace.to_owned());
    }

    /// The name with the namespace in place of its alias: `self.case` is `microsoft.graph.security.case`.
    pub(crate) fn resolve(&self, name: &str) -> String {
        match name.rsplit_once('.').and_then(|(alias, rest)| Some((self.0.get(alias)?, rest))) {
            Some((namespace, rest)) => format!("{namespace}.{rest}"),
            None => name.to_owned(),
        }
    }

    /// The same for what is behind a type's name, too: `self.case/status`.
    pub(crate) fn resolve_path(&self, path: &str) -> String {
        match path.split_once('/') {
            Some((name, rest)) => format!("{}/{rest}", self.resolve(name)),
            None => self.resolve(path),
        }
    }
}
