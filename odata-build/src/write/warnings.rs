//! What a format can't represent.

use std::collections::HashSet;

use crate::Document;
use crate::document::{Schema, Warning, last_segment};

impl Document {
    /// Returns a warning for each kind of [extension](Self::extensions) that [`to_xml`](Self::to_xml) leaves out.
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let document = Document::read(
    ///     r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///          <ComplexType Name="dose" sap:label="Dose" xmlns:sap="http://www.sap.com/Protocols/SAPData" />
    ///        </Schema></DataServices></Edmx>"#,
    /// )?;
    /// assert_eq!(
    ///     document.xml_warnings()[0].to_string(),
    ///     "line 2: `sap:label` of `ComplexType` is left out: it isn't part of CSDL 4.01",
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn xml_warnings(&self) -> Vec<Warning> {
        self.extensions.iter().cloned().map(Warning::LeftOut).collect()
    }

    /// Returns a warning for each action, function and term that [`to_json`](Self::to_json) leaves out, because a type in its schema
    /// has the same name, and for each kind of [extension](Self::extensions).
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
        let clashes = clashes.map(|name| Warning::NotInJson(name.to_owned()));
        self.xml_warnings().into_iter().chain(clashes).collect()
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
