//! Warnings about content that CSDL XML or CSDL JSON can't represent.

use std::collections::{BTreeSet, HashSet};

use crate::Document;
use crate::document::{Schema, Warning};

impl Document {
    /// Returns a warning for each [extension](Self::extensions), because [`to_xml`](Self::to_xml) doesn't write extensions.
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
    ///     "line 2: `sap:label` of `ComplexType` isn't written: it isn't part of CSDL 4.01",
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn xml_warnings(&self) -> Vec<Warning> {
        self.extensions.iter().cloned().map(Warning::LeftOut).collect()
    }

    /// Returns a warning for each part of the document that [`to_json`](Self::to_json) doesn't write. Each
    /// [extension](Self::extensions) has a warning, because `to_json` doesn't write extensions. If a type and a
    /// function have the same name, `to_json` writes only the type, and the function has a warning.
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
    ///     "`clinic.image` isn't written as JSON: another element of its schema has the same name",
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn json_warnings(&self) -> Vec<Warning> {
        let clashes = self.schemas.iter().flat_map(clashes);
        let clashes = clashes.map(Warning::NotInJson);
        self.xml_warnings().into_iter().chain(clashes).collect()
    }
}

/// Returns the qualified names of the elements that can't be written as JSON members, because another element of the schema has the same
/// name. Overloads of an action or function don't conflict, because all overloads are written as one JSON member.
pub(super) fn clashes(schema: &Schema) -> Vec<String> {
    let definitions = schema.type_definitions.iter().map(|one| &*one.qualified_name);
    let enumerations = schema.enumeration_types.iter().map(|one| &*one.qualified_name);
    let structured = schema.structured_types.iter().map(|one| &*one.qualified_name);
    let mut names: HashSet<&str> =
        definitions.chain(enumerations).chain(structured).map(|name| schema.simple_name(name)).collect();
    let actions = schema.actions.iter().map(|action| &*action.qualified_name);
    let functions = schema.functions.iter().map(|function| &*function.signature.qualified_name);
    let overloads: BTreeSet<&str> = actions.chain(functions).map(|name| schema.simple_name(name)).collect();
    let terms = schema.terms.iter().map(|term| schema.simple_name(&term.qualified_name));
    let container = schema.container.iter().map(|container| &*container.name);
    let others = overloads.into_iter().chain(terms).chain(container);
    let clashes: BTreeSet<&str> = others.filter(|name| !names.insert(name)).collect();
    clashes.into_iter().map(|name| format!("{}.{name}", schema.namespace)).collect()
}
