//! From a [`Document`] to the text of a CSDL document: XML or JSON, of OData 4.01.

mod element;
mod json;
mod value;
mod xml;

use crate::Document;
use crate::document::{Deprecation, Remarks};

impl Document {
    /// Writes CSDL XML of OData 4.01.
    ///
    /// What is written is read as the same document by [`Self::from_xml`], if types have names without dots, as all of CSDL's
    /// are. Characters that no XML can have, such as U+0000, become U+FFFD.
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let json = r#"{"$Version": "4.01", "clinic": {"state": {"$Kind": "EnumType", "open": 0}}}"#;
    /// assert_eq!(
    ///     Document::read(json)?.to_xml(),
    ///     r#"<?xml version="1.0" encoding="utf-8"?>
    /// <edmx:Edmx Version="4.01" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
    ///   <edmx:DataServices>
    ///     <Schema Namespace="clinic" xmlns="http://docs.oasis-open.org/odata/ns/edm">
    ///       <EnumType Name="state">
    ///         <Member Name="open" Value="0"/>
    ///       </EnumType>
    ///     </Schema>
    ///   </edmx:DataServices>
    /// </edmx:Edmx>
    /// "#,
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_xml(&self) -> String {
        xml::document(self).to_text()
    }

    /// Writes CSDL JSON of OData 4.01.
    ///
    /// What is written is read as the same document by [`Self::from_json`], if names are such as CSDL has: no dot in the name
    /// of a type, no `@` and no `$` in any, and no name twice, be it that of a schema.
    ///
    /// ```
    /// use odata_build::Document;
    ///
    /// let xml = r#"<Edmx><DataServices><Schema Namespace="clinic">
    ///     <EnumType Name="state"><Member Name="open"/></EnumType>
    ///   </Schema></DataServices></Edmx>"#;
    /// assert_eq!(
    ///     Document::read(xml)?.to_json(),
    ///     r#"{
    ///   "$Version": "4.01",
    ///   "clinic": {
    ///     "state": {
    ///       "$Kind": "EnumType",
    ///       "open": 0
    ///     }
    ///   }
    /// }
    /// "#,
    /// );
    /// # Ok::<(), odata_build::ReadError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json::document(self).to_text()
    }
}

/// One annotation: the term without its namespace, and the value.
enum Annotation<'d> {
    Text(&'static str, &'d str),
    Tag(&'static str),
    /// `Permissions`, with the member `Read`.
    ReadOnly,
    /// `Revisions`, one of them.
    Revision(&'d Deprecation),
}

/// The namespace of the terms.
const CORE: &str = "Org.OData.Core.V1";

/// What is annotated, always in the same order.
fn annotations(remarks: &Remarks) -> Vec<Annotation<'_>> {
    let Remarks { description, long_description, deprecation, is_computed, is_read_only, is_immutable } =
        remarks;
    let text = |term, text| Annotation::Text(term, text);
    let mut annotations = Vec::new();
    annotations.extend(description.as_deref().map(|description| text("Description", description)));
    annotations.extend(long_description.as_deref().map(|description| text("LongDescription", description)));
    annotations.extend(is_computed.then_some(Annotation::Tag("Computed")));
    annotations.extend(is_read_only.then_some(Annotation::ReadOnly));
    annotations.extend(is_immutable.then_some(Annotation::Tag("Immutable")));
    annotations.extend(deprecation.as_ref().map(Annotation::Revision));
    annotations
}
