//! A generator of random CSDL XML documents, which uses all elements and attributes of CSDL 4.01.

use core::fmt::Write;

/// Creates a CSDL XML document. Each byte of `choices` selects one alternative, such as an optional attribute.
pub(super) fn document(choices: &[u8]) -> String {
    let mut writer = Writer { choices: choices.iter(), text: String::new(), number: 0 };
    writer.text.push_str(r#"<Edmx Version="4.01">"#);
    for _ in 0..writer.choose(3) {
        writer.element("Reference");
    }
    writer.text.push_str(
        r#"<Reference Uri="core.xml"><Include Namespace="Org.OData.Core.V1" Alias="Core"/></Reference><DataServices>
           <Schema Namespace="clinic.a" Alias="self"><ComplexType Name="fixed"><Property Name="p" Type="Edm.String"/></ComplexType>
           <Action Name="act" IsBound="true"><Parameter Name="it" Type="self.fixed"/></Action>"#,
    );
    for _ in 0..writer.choose(8) {
        let element = writer.one_of(&SCHEMA_ELEMENTS);
        writer.element(element);
    }
    if writer.choose(2) == 1 {
        writer.element("EntityContainer");
    }
    writer.annotations();
    writer.text.push_str("</Schema></DataServices></Edmx>");
    writer.text
}

const SCHEMA_ELEMENTS: [&str; 9] = [
    "EntityType",
    "ComplexType",
    "EnumType",
    "TypeDefinition",
    "Action",
    "Function",
    "Term",
    "Annotations",
    "EntityType",
];

/// An XML element: the name, the required attributes, the optional attributes, the child elements, and whether the element can be
/// annotated.
type Rule = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str], bool);

const FACETS: &[&str] = &["Nullable", "MaxLength", "Precision", "Scale", "SRID", "Unicode", "DefaultValue"];

const RULES: &[Rule] = &[
    ("Reference", &["Uri"], &[], &["Include", "IncludeAnnotations"], true),
    ("Include", &["Namespace"], &["Alias"], &[], true),
    ("IncludeAnnotations", &["TermNamespace"], &["Qualifier", "TargetNamespace"], &[], false),
    (
        "EntityType",
        &["Name"],
        &["BaseType", "Abstract", "OpenType", "HasStream"],
        &["Key", "Property", "NavigationProperty"],
        true,
    ),
    (
        "ComplexType",
        &["Name"],
        &["BaseType", "Abstract", "OpenType"],
        &["Property", "NavigationProperty"],
        true,
    ),
    ("Key", &[], &[], &["PropertyRef"], false),
    ("PropertyRef", &["Name"], &["Alias"], &[], false),
    ("Property", &["Name", "Type"], FACETS, &[], true),
    (
        "NavigationProperty",
        &["Name", "Type"],
        &["Nullable", "Partner", "ContainsTarget"],
        &["ReferentialConstraint", "OnDelete"],
        true,
    ),
    ("ReferentialConstraint", &["Property", "ReferencedProperty"], &[], &[], true),
    ("OnDelete", &["Action"], &[], &[], true),
    ("EnumType", &["Name"], &["UnderlyingType", "IsFlags"], &["Member"], true),
    ("Member", &["Name"], &["Value"], &[], true),
    (
        "TypeDefinition",
        &["Name", "UnderlyingType"],
        &["MaxLength", "Precision", "Scale", "SRID", "Unicode"],
        &[],
        true,
    ),
    ("Action", &["Name"], &["IsBound", "EntitySetPath"], &["Parameter", "ReturnType"], true),
    (
        "Function",
        &["Name"],
        &["IsBound", "EntitySetPath", "IsComposable"],
        &["Parameter", "ReturnType"],
        true,
    ),
    (
        "Parameter",
        &["Name", "Type"],
        &["Nullable", "MaxLength", "Precision", "Scale", "SRID", "Unicode"],
        &[],
        true,
    ),
    ("ReturnType", &["Type"], &["Nullable", "MaxLength", "Precision", "Scale", "SRID", "Unicode"], &[], true),
    ("Term", &["Name", "Type"], &["BaseTerm", "AppliesTo", "DefaultValue", "Nullable", "Scale"], &[], true),
    ("Annotations", &["Target"], &["Qualifier"], &[], true),
    (
        "EntityContainer",
        &["Name"],
        &["Extends"],
        &["EntitySet", "Singleton", "ActionImport", "FunctionImport"],
        true,
    ),
    (
        "EntitySet",
        &["Name", "EntityType"],
        &["IncludeInServiceDocument"],
        &["NavigationPropertyBinding"],
        true,
    ),
    ("Singleton", &["Name", "Type"], &["Nullable"], &["NavigationPropertyBinding"], true),
    ("ActionImport", &["Name", "Action"], &["EntitySet"], &[], true),
    ("FunctionImport", &["Name", "Function"], &["EntitySet", "IncludeInServiceDocument"], &[], true),
    ("NavigationPropertyBinding", &["Path", "Target"], &[], &[], false),
];

/// Templates for the values of annotations. A nested expression replaces `{}`.
const VALUES: &[&str] = &[
    "<Bool>false</Bool>",
    "<String> a  &lt;b&gt;</String>",
    "<Int>-7</Int>",
    "<Decimal>5.50</Decimal>",
    "<Decimal>5</Decimal>",
    "<Float>1e3</Float>",
    "<Float>INF</Float>",
    "<Date>2026-11-25</Date>",
    "<DateTimeOffset>2026-11-25T12:00:00Z</DateTimeOffset>",
    "<Duration>PT5M</Duration>",
    "<TimeOfDay>12:00:00</TimeOfDay>",
    "<Guid>00000000-0000-0000-0000-000000000001</Guid>",
    "<Binary>AA_-</Binary>",
    "<EnumMember>self.state/a self.state/b</EnumMember>",
    "<Path>a/b</Path>",
    "<PropertyPath>a/b</PropertyPath>",
    "<NavigationPropertyPath>a</NavigationPropertyPath>",
    "<AnnotationPath>a/@self.t</AnnotationPath>",
    "<ModelElementPath>self.fixed/p</ModelElementPath>",
    "<Null/>",
    "<Null>{@}</Null>",
    "<Collection/>",
    "<Collection>{}{}</Collection>",
    r#"<Record Type="self.fixed"><PropertyValue Property="x">{}{@}</PropertyValue><PropertyValue Property="y">{}</PropertyValue>{@}</Record>"#,
    r#"<Record><PropertyValue Property="x" Date="2026-11-25"/><PropertyValue Property="y" Bool="true"/></Record>"#,
    r#"<Apply Function="odata.concat">{}{}{@}</Apply>"#,
    "<If>{}{}{}{@}</If>",
    "<And>{}{}</And>",
    "<Not>{}{@}</Not>",
    "<Neg>{}</Neg>",
    "<Has>{}{}</Has>",
    "<In>{}{}</In>",
    "<DivBy>{}{}</DivBy>",
    r#"<Cast Type="Edm.Decimal" Precision="5" Scale="2">{}{@}</Cast>"#,
    r#"<Cast Type="Collection(self.fixed)"><Path>a</Path></Cast>"#,
    r#"<IsOf Type="self.fixed">{}</IsOf>"#,
    r#"<LabeledElement Name="label">{}{@}</LabeledElement>"#,
    "<LabeledElementReference>self.label</LabeledElementReference>",
    "<UrlRef>{}{@}</UrlRef>",
];

struct Writer<'c> {
    choices: core::slice::Iter<'c, u8>,
    text: String,
    number: usize,
}

impl Writer<'_> {
    /// Returns a number below `end` from the next choice, or zero if no choices are left.
    fn choose(&mut self, end: usize) -> usize {
        usize::from(self.choices.next().copied().unwrap_or_default()) % end
    }

    fn one_of<'o>(&mut self, options: &[&'o str]) -> &'o str {
        options[self.choose(options.len())]
    }

    fn number(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    fn element(&mut self, name: &str) {
        let (name, required, optional, children, is_annotated) =
            RULES.iter().find(|(rule, ..)| *rule == name).expect("a rule");
        let _ = write!(self.text, "<{name}");
        for attribute in *required {
            self.attribute(name, attribute);
        }
        for attribute in *optional {
            if self.choose(3) == 1 {
                self.attribute(name, attribute);
            }
        }
        self.text.push('>');
        for child in *children {
            let most = if matches!(*child, "OnDelete" | "ReturnType" | "Key") { 2 } else { 3 };
            for _ in 0..self.choose(most) {
                self.element(child);
            }
        }
        if *is_annotated {
            self.annotations();
        }
        let _ = write!(self.text, "</{name}>");
    }

    fn attribute(&mut self, element: &str, name: &str) {
        let number = self.number();
        let options: &[&str] = match (element, name) {
            ("Annotations", "Target") => {
                &["self.fixed", "clinic.a.fixed/p", "self.act", "self.act(self.fixed)/it", "other.thing/x"]
            }
            ("OnDelete", "Action") => &["Cascade", "SetNull", "None", "SetDefault"],
            ("NavigationProperty", "Type") => &["self.fixed", "Collection(self.fixed)", "clinic.a.ward"],
            ("Singleton", "Type") => &["self.fixed"],
            ("EnumType", "UnderlyingType") => &["Edm.Int32", "Edm.Int64", "Edm.Byte"],
            (_, "UnderlyingType") => &["Edm.String", "Edm.Decimal"],
            (_, "Type") => &[
                "Edm.String",
                "Edm.Decimal",
                "Edm.Int32",
                "Collection(Edm.String)",
                "Collection(Edm.Decimal)",
                "self.fixed",
                "Collection(Core.Tag)",
            ],
            (
                _,
                "Nullable" | "Abstract" | "OpenType" | "HasStream" | "IsFlags" | "IsBound" | "IsComposable",
            ) => &["true", "false", "1", "0"],
            (_, "ContainsTarget" | "Unicode" | "IncludeInServiceDocument") => &["true", "false"],
            (_, "MaxLength") => &["max", "5"],
            (_, "Precision") => &["0", "3"],
            (_, "Scale") => &["0", "2", "variable", "floating"],
            (_, "SRID") => &["0", "4326", "variable"],
            (_, "DefaultValue") => &["", "5", "5.00", "true", "null", " a&#10;b ", "007"],
            (_, "Value") => &["7", "-1", "1099511627776"],
            (_, "AppliesTo") => &["Property", "Property  EntityType"],
            (_, "BaseType" | "EntityType" | "Action" | "Function" | "Extends" | "BaseTerm") => {
                &["self.fixed", "clinic.a.fixed", "Core.Thing", "other.thing"]
            }
            (_, "EntitySetPath" | "Partner") => &["it", "it/self.fixed/a"],
            (_, "EntitySet" | "Target") => &["wards", "self.all/wards", "clinic.a.all/me/rooms"],
            _ => &[],
        };
        let value = match options {
            [] => format!("{name}{number}"),
            _ => self.one_of(options).to_owned(),
        };
        let _ = write!(self.text, " {name}=\"{value}\"");
    }

    fn annotations(&mut self) {
        for _ in 0..self.choose(3) {
            self.annotation(2);
        }
    }

    fn annotation(&mut self, depth: usize) {
        let known = ["Core.Computed", "Core.Immutable", "Core.IsURL"];
        let number = self.number();
        // An element can have several annotations with the same term of the Core vocabulary, because each annotation has its own qualifier.
        // All other terms are used only once.
        let (term, qualifier) = match self.choose(4) {
            1 => (self.one_of(&known).to_owned(), format!(" Qualifier=\"q{number}\"")),
            2 => (format!("self.t{number}"), " Qualifier=\"q\"".to_owned()),
            _ => (format!("clinic.a.t{number}"), String::new()),
        };
        let _ = write!(self.text, "<Annotation Term=\"{term}\"{qualifier}");
        match self.choose(4) {
            0 => self.text.push_str("/>"),
            1 => self.text.push_str(" String=\" a\t&#10;\"/>"),
            _ => {
                self.text.push('>');
                self.value(depth);
                self.text.push_str("</Annotation>");
            }
        }
    }

    fn value(&mut self, depth: usize) {
        let mut template = self.one_of(VALUES);
        while let Some((before, rest)) = template.split_once('{') {
            self.text.push_str(before);
            let (kind, rest) = rest.split_once('}').expect("a closing brace");
            match (kind, depth) {
                ("", 0) => self.text.push_str("<Path>a</Path>"),
                ("", _) => self.value(depth - 1),
                (_, 0) => {}
                _ => self.annotation(depth - 1),
            }
            template = rest;
        }
        self.text.push_str(template);
    }
}
