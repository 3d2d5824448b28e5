//! Writing of CSDL XML and CSDL JSON documents.

mod element;
mod json;
mod json_annotations;
mod json_container;
mod value;
mod warnings;
mod xml;
mod xml_annotations;
mod xml_container;

use crate::Document;
use crate::document::{Annotations, Deprecation};

impl Document {
    /// Writes the document as CSDL XML, with the OData version of the document ([`version`](Self::version)).
    ///
    /// Reading the written XML with [`Self::from_xml`] returns an equal document, unless the name of a type contains a
    /// dot, which CSDL doesn't allow. Characters that XML can't represent, such as U+0000, are replaced with U+FFFD.
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
        xml::document(&self.with_distinct_schemas()).to_text()
    }

    /// Writes the document as CSDL JSON, with the OData version of the document ([`version`](Self::version)).
    ///
    /// Reading the written JSON with [`Self::from_json`] returns an equal document if all names in the document are
    /// valid and unique. A valid name contains no `@` or `$`, and a valid type name contains no dot. If a name is
    /// invalid, [`Self::from_json`] may return a different document. If two elements of a schema have the same name,
    /// such as a type and a function, only one of them is written, because the names in a JSON object are unique.
    /// [`Self::json_warnings`] lists the elements that aren't written.
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
        json::document(&self.with_distinct_schemas()).to_text()
    }
}

/// An annotation that has its own field in [`Annotations`], such as `description` for `Core.Description`.
#[derive(Clone, Copy)]
enum KnownAnnotation<'d> {
    Text(&'static str, &'d str),
    Tag(&'static str),
    /// The annotation `Core.Permissions` with the value `Read`.
    ReadOnly,
    /// The annotation `Core.Revisions` with one revision.
    Revision(&'d Deprecation),
}

/// The XML namespace of schemas and annotations.
const EDM: &str = "http://docs.oasis-open.org/odata/ns/edm";

/// The namespace of the terms that [`KnownAnnotation`] represents.
const CORE: &str = "Org.OData.Core.V1";

impl KnownAnnotation<'_> {
    fn term(self) -> &'static str {
        match self {
            Self::Text(term, _) | Self::Tag(term) => term,
            Self::ReadOnly => "Permissions",
            Self::Revision(_) => "Revisions",
        }
    }
}

/// Returns the annotations that have their own field in [`Annotations`], in a fixed order. Omits an annotation if
/// [`Annotations::others`] contains an annotation with the same term, because the annotation in `others` is written
/// instead.
fn known_annotations(annotations: &Annotations) -> Vec<KnownAnnotation<'_>> {
    let text = |term, text| KnownAnnotation::Text(term, text);
    let mut known = Vec::new();
    known.extend(annotations.description.as_deref().map(|description| text("Description", description)));
    known.extend(
        annotations.long_description.as_deref().map(|description| text("LongDescription", description)),
    );
    known.extend(annotations.is_computed.then_some(KnownAnnotation::Tag("Computed")));
    known.extend(annotations.is_read_only.then_some(KnownAnnotation::ReadOnly));
    known.extend(annotations.is_immutable.then_some(KnownAnnotation::Tag("Immutable")));
    known.extend(annotations.deprecation.as_ref().map(KnownAnnotation::Revision));
    let others = annotations.others.iter().filter(|annotation| annotation.qualifier.is_none());
    let others = others.filter_map(|annotation| annotation.term.strip_prefix(CORE)?.strip_prefix('.'));
    let others: Vec<_> = others.collect();
    known.retain(|known| !others.contains(&known.term()));
    known
}
