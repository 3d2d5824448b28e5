//! Names that CSDL JSON can't contain twice.

use std::collections::HashSet;

use crate::Document;
use crate::document::{Schema, Warning, last_segment};

impl Document {
    /// Returns a warning for each action, function and term that [`to_json`](Self::to_json) leaves out, because a type in its schema
    /// has the same name.
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let document = Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="image" />
    ///          <Function Name="image"><ReturnType Type="clinic.image" /></Function>
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// assert_eq!(
    ///     document.json_warnings()[0].to_string(),
    ///     "`clinic.image` is left out of the JSON: a type in its schema has the same name",
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn json_warnings(&self) -> Vec<Warning> {
        let clashes = self.schemas.iter().flat_map(clashes);
        clashes.map(|name| Warning::NotInJson(name.to_owned())).collect()
    }
}

/// Returns the qualified names of actions, functions and terms that have the name of a type, each once.
fn clashes(schema: &Schema) -> Vec<&str> {
    let structured = schema.structured_types.iter().map(|one| &one.qualified_name);
    let enumerations = schema.enumeration_types.iter().map(|one| &one.qualified_name);
    let definitions = schema.type_definitions.iter().map(|one| &one.qualified_name);
    let types: HashSet<&str> =
        structured.chain(enumerations).chain(definitions).map(|name| last_segment(name)).collect();
    let actions = schema.actions.iter().map(|action| action.qualified_name.as_str());
    let functions = schema.functions.iter().map(|function| function.signature.qualified_name.as_str());
    let terms = schema.terms.iter().map(|term| term.qualified_name.as_str());
    let mut seen = HashSet::new();
    let others = actions.chain(functions).chain(terms);
    others.filter(|name| types.contains(last_segment(name)) && seen.insert(*name)).collect()
}
