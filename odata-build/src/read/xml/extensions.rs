//! Detection of XML attributes and elements that aren't part of CSDL 4.01.

use super::annotations::is_constant;
use super::tree::Element;
use crate::read::problems::Problems;

/// The name of an XML element, the names of its attributes, and the names of its child elements. The child element `Annotation` isn't
/// listed, because most elements can have annotations.
type Known = (&'static str, &'static [&'static str], &'static [&'static str]);

/// The XML elements that have the attribute `Type` and facets, such as `MaxLength`.
const TYPED: [&str; 5] = ["Property", "NavigationProperty", "Parameter", "ReturnType", "Term"];

/// The XML attributes that are accepted on every element in [`TYPED`]. An attribute is also accepted on an element on
/// which CSDL doesn't allow it, such as `DefaultValue` on a `Parameter`.
const OF_TYPED: [&str; 10] = [
    "Type",
    "Nullable",
    "MaxLength",
    "Precision",
    "Scale",
    "SRID",
    "Unicode",
    "DefaultValue",
    "Partner",
    "ContainsTarget",
];

/// The XML elements that can't contain an `Annotation` element.
const NOT_ANNOTATED: [&str; 8] = [
    "Edmx",
    "DataServices",
    "IncludeAnnotations",
    "Key",
    "PropertyRef",
    "NavigationPropertyBinding",
    "Collection",
    "LabeledElementReference",
];

const ELEMENTS: &[Known] = &[
    ("Edmx", &["Version"], &["Reference", "DataServices"]),
    ("DataServices", &[], &["Schema"]),
    ("Reference", &["Uri"], &["Include", "IncludeAnnotations"]),
    ("Include", &["Namespace", "Alias"], &[]),
    ("IncludeAnnotations", &["TermNamespace", "Qualifier", "TargetNamespace"], &[]),
    (
        "Schema",
        &["Namespace", "Alias"],
        &[
            "EntityType",
            "ComplexType",
            "EnumType",
            "TypeDefinition",
            "Action",
            "Function",
            "Term",
            "EntityContainer",
            "Annotations",
        ],
    ),
    (
        "EntityType",
        &["Name", "BaseType", "Abstract", "OpenType", "HasStream"],
        &["Key", "Property", "NavigationProperty"],
    ),
    // In a complex type, `Key` and `HasStream` are invalid, but they are preserved.
    (
        "ComplexType",
        &["Name", "BaseType", "Abstract", "OpenType", "HasStream"],
        &["Key", "Property", "NavigationProperty"],
    ),
    ("Key", &[], &["PropertyRef"]),
    ("PropertyRef", &["Name", "Alias"], &[]),
    ("Property", &["Name"], &["ReferentialConstraint", "OnDelete"]),
    ("NavigationProperty", &["Name"], &["ReferentialConstraint", "OnDelete"]),
    ("ReferentialConstraint", &["Property", "ReferencedProperty"], &[]),
    ("OnDelete", &["Action"], &[]),
    ("EnumType", &["Name", "UnderlyingType", "IsFlags"], &["Member"]),
    ("Member", &["Name", "Value"], &[]),
    (
        "TypeDefinition",
        &["Name", "UnderlyingType", "MaxLength", "Precision", "Scale", "SRID", "Unicode"],
        &[],
    ),
    ("Action", &["Name", "IsBound", "EntitySetPath"], &["Parameter", "ReturnType"]),
    ("Function", &["Name", "IsBound", "EntitySetPath", "IsComposable"], &["Parameter", "ReturnType"]),
    ("Parameter", &["Name"], &["ReferentialConstraint", "OnDelete"]),
    ("ReturnType", &[], &["ReferentialConstraint", "OnDelete"]),
    ("Term", &["Name", "BaseTerm", "AppliesTo"], &["ReferentialConstraint", "OnDelete"]),
    ("EntityContainer", &["Name", "Extends"], &["EntitySet", "Singleton", "ActionImport", "FunctionImport"]),
    ("Annotations", &["Target", "Qualifier"], &[]),
    ("Annotation", &["Term", "Qualifier"], &[]),
    ("PropertyValue", &["Property"], &[]),
];

/// The XML elements in entity containers and in annotation values, such as `EntitySet` and `Record`.
const MORE_ELEMENTS: &[Known] = &[
    ("EntitySet", &["Name", "EntityType", "IncludeInServiceDocument"], &["NavigationPropertyBinding"]),
    ("Singleton", &["Name", "Type", "Nullable"], &["NavigationPropertyBinding"]),
    ("ActionImport", &["Name", "Action", "EntitySet"], &[]),
    ("FunctionImport", &["Name", "Function", "EntitySet", "IncludeInServiceDocument"], &[]),
    ("NavigationPropertyBinding", &["Path", "Target"], &[]),
    ("Record", &["Type"], &["PropertyValue"]),
    ("Collection", &[], &[]),
    ("Apply", &["Function"], &[]),
    ("Cast", &["Type", "MaxLength", "Precision", "Scale", "SRID", "Unicode"], &[]),
    ("IsOf", &["Type", "MaxLength", "Precision", "Scale", "SRID", "Unicode"], &[]),
    ("LabeledElement", &["Name"], &[]),
    ("LabeledElementReference", &[], &[]),
    ("Null", &[], &[]),
    ("Path", &[], &[]),
    ("UrlRef", &[], &[]),
    ("String", &[], &[]),
];

/// Reports the unknown attributes and child elements of an XML element and its descendants. `is_expression` must be
/// `true` for an element in an annotation value, such as `Apply`, because `Apply` can contain any expression.
pub(super) fn report(problems: &Problems<'_>, element: &Element, is_expression: bool) {
    let known = ELEMENTS.iter().chain(MORE_ELEMENTS).find(|(name, ..)| *name == element.name);
    let (attributes, children) =
        known.map_or((&[][..], &[][..]), |(_, attributes, children)| (*attributes, *children));
    let push = |position, name: &str| problems.push_extension(position, &element.name, name);
    element.foreign.iter().for_each(|(name, position)| push(*position, name));
    let is_constant_element = is_expression && (is_constant(&element.name) || element.name == "Path");
    let has_value = (is_expression && !matches!(&*element.name, "Record" | "Null") && !is_constant_element)
        || matches!(&*element.name, "Annotation" | "PropertyValue");
    let is_typed = TYPED.contains(&&*element.name);
    for (name, _) in element.attributes() {
        let is_operand = has_value && (is_constant(name) || matches!(name, "Path" | "UrlRef"));
        let is_known = attributes.contains(&name) || (is_typed && OF_TYPED.contains(&name));
        if name != "xmlns" && !is_known && !is_operand {
            push(element.position, name);
        }
    }
    let is_annotated = !NOT_ANNOTATED.contains(&&*element.name) && !is_constant_element;
    for child in &element.children {
        let is_annotation = child.name == "Annotation";
        if children.contains(&&*child.name) || (is_annotation && is_annotated) {
            report(problems, child, false);
        } else if has_value && !is_annotation {
            report(problems, child, true);
        } else {
            push(child.position, &child.name);
        }
    }
}
