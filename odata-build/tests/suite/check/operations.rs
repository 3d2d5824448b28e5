//! Comparison of actions, functions and entity containers with documents.

use odata_build::{Check, Document};
use odata_core::metadata::{Container, ContainerMember, ContainerMemberKind};
use odata_core::{ODataAction, ODataEntity, ODataEnum, ODataFunction, ODataOperation, ODataValue, Untyped};

use super::changes;

const DOCUMENT: &str = r#"<Edmx><DataServices><Schema Namespace="clinic">
<EntityType Name="ward"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.Int32" Nullable="false" /></EntityType>
<EntityType Name="ownWard" BaseType="clinic.ward" />
<Action Name="close" IsBound="true">
  <Parameter Name="it" Type="clinic.ward" Nullable="false" />
  <Parameter Name="reason" Type="Edm.String" />
  <Parameter Name="beds" Type="Collection(Edm.Int32)" Nullable="false" />
  <Parameter Name="until" Type="Edm.String" Nullable="false"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>
  <Parameter Name="by" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.OptionalParameter" /></Parameter>
  <Parameter Name="more" Type="clinic.ward" Nullable="false" />
  <ReturnType Type="clinic.ward" />
</Action>
<Action Name="close" IsBound="true"><Parameter Name="them" Type="Collection(clinic.ward)" Nullable="false" /></Action>
<Function Name="free"><ReturnType Type="Collection(Edm.Int32)" Nullable="false" /></Function>
<Function Name="free" IsComposable="true"><Parameter Name="floor" Type="Edm.Int32" Nullable="false" /><ReturnType Type="clinic.ward" Nullable="false" /></Function>
<Function Name="report"><ReturnType Type="Edm.Int32" Nullable="false" /></Function>
<EntityContainer Name="service" Extends="clinic.base.service">
  <EntitySet Name="wards" EntityType="clinic.ward" />
  <Singleton Name="night" Type="clinic.ward" Nullable="true" />
  <FunctionImport Name="freeBeds" Function="clinic.free" />
</EntityContainer>
</Schema><Schema Namespace="clinic.base">
<EntityContainer Name="service"><Singleton Name="main" Type="clinic.ward" /></EntityContainer>
</Schema></DataServices></Edmx>"#;

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct Ward {
    #[odata(key)]
    id: i32,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
struct OwnWard {
    #[odata(base)]
    ward: Ward,
}

#[derive(ODataAction)]
#[odata(namespace = "clinic", binding = "Ward", returns = "Option<Ward>")]
struct Close {
    reason: Option<String>,
    beds: Vec<i32>,
    #[odata(optional)]
    until: Option<String>,
    #[odata(optional)]
    #[expect(clippy::option_option, reason = "`Some(None)` sends `null`, and `None` omits the parameter")]
    by: Option<Option<String>>,
    more: Untyped,
}

#[derive(ODataAction)]
#[odata(namespace = "clinic", name = "close", binding = "Vec<Ward>")]
struct CloseAll {}

#[derive(ODataFunction)]
#[odata(namespace = "clinic", returns = "Vec<i32>", import = "freeBeds")]
struct Free {}

#[derive(ODataFunction)]
#[odata(namespace = "clinic", name = "free", returns = "Option<Ward>", import = "freeBeds", composable)]
struct FreeOnFloor {
    floor: i32,
}

static SERVICE: Container = Container::new(
    "clinic.service",
    &[
        ContainerMember::new("wards", ContainerMemberKind::EntitySet(Ward::TYPE)),
        ContainerMember::new("main", ContainerMemberKind::Singleton(Ward::TYPE)),
        ContainerMember::new("night", ContainerMemberKind::Singleton(Ward::TYPE.nullable())),
        ContainerMember::new("freeBeds", ContainerMemberKind::Import(Free::METADATA)),
        ContainerMember::new("freeBeds", ContainerMemberKind::Import(FreeOnFloor::METADATA)),
    ],
);

/// Returns the messages of the differences between the model and the document in which one string is replaced.
#[track_caller]
fn found(from: &str, to: &str) -> Vec<String> {
    assert_eq!(DOCUMENT.matches(from).count(), 1, "one `{from}` in the document");
    let document = Document::read(&DOCUMENT.replace(from, to)).expect("CSDL");
    let check = Check::new(&document).model::<OwnWard>().operation::<Close>().operation::<CloseAll>();
    check.container(&SERVICE).findings().iter().map(ToString::to_string).collect()
}

#[test]
fn matching_operations_and_container_have_no_findings() {
    let document = Document::read(DOCUMENT).expect("CSDL");
    let operations = [Close::METADATA, CloseAll::METADATA];
    let findings =
        Check::new(&document).model::<OwnWard>().operations(operations).container(&SERVICE).findings();
    assert_eq!(findings.to_string(), "no difference in 2 types, 4 operations and 1 entity container");
    assert_eq!((findings.type_count(), findings.operation_count(), findings.container_count()), (2, 4, 1));
}

#[test]
fn operations_and_container_match_their_own_document() {
    let operations = [Close::METADATA, CloseAll::METADATA];
    let document = Document::of_service([OwnWard::TYPE], operations, [&SERVICE]);
    for text in [document.to_xml(), document.to_json()] {
        let document = Document::read(&text).expect("CSDL");
        let check = Check::new(&document).model::<OwnWard>().operations(operations).container(&SERVICE);
        assert_eq!(
            check.findings().to_string(),
            "no difference in 2 types, 4 operations and 1 entity container"
        );
    }
}

const CLOSE: &str =
    "clinic.close(clinic.ward,Edm.String,Collection(Edm.Int32),Edm.String,Edm.String,Edm.Untyped)";

#[test]
fn differences_of_operations_are_reported() {
    for (from, to, expected) in changes::operations::FOUND {
        let expected: Vec<String> =
            expected.iter().map(|finding| finding.replace("{close}", CLOSE)).collect();
        assert_eq!(found(from, to), expected, "`{from}` changed to `{to}`");
    }
}

#[test]
fn missing_operation_is_reported_with_reason() {
    let message = |operations: &str| {
        let xml = format!(
            "<Edmx><Reference Uri=\"other.xml\"><Include Namespace=\"clinic\" /></Reference><DataServices>{operations}</DataServices></Edmx>"
        );
        let document = Document::read(&xml).expect("CSDL");
        let findings = Check::new(&document).operation::<Free>().findings();
        findings.iter().next().expect("a finding").to_string()
    };
    let schema = |content: &str| format!(r#"<Schema Namespace="clinic">{content}</Schema>"#);
    assert_eq!(
        message(""),
        "contradiction at `clinic.free()`: not in the document, which includes the namespace `clinic` from `other.xml`"
    );
    assert_eq!(
        message(&schema(r#"<Function Name="Free"><ReturnType Type="Edm.Int32" /></Function>"#)),
        "contradiction at `clinic.free()`: not in the document, which declares `clinic.Free`"
    );
    assert_eq!(
        message(&schema(r#"<Action Name="free" />"#)),
        "contradiction at `clinic.free()`: an action in the document, a function in the model"
    );
    assert_eq!(
        message(&schema(
            r#"<Function Name="free" IsBound="true"><Parameter Name="it" Type="Edm.Int32" /><ReturnType Type="Edm.Int32" /></Function>"#
        )),
        "contradiction at `clinic.free()`: bound to `Edm.Int32` in the document, unbound in the model"
    );
    assert_eq!(
        message(&schema(
            r#"<Function Name="free"><ReturnType Type="Collection(Edm.Int32)" Nullable="false" /></Function>"#
        )),
        "contradiction at `clinic.free()`: the import is none in the document, `freeBeds` in the model"
    );
}

#[test]
fn differences_of_container_are_reported() {
    for (from, to, expected) in changes::containers::FOUND {
        assert_eq!(found(from, to), *expected, "`{from}` changed to `{to}`");
    }
}

#[derive(ODataEnum)]
#[odata(namespace = "clinic")]
enum State {
    Open,
}

#[derive(ODataFunction)]
#[odata(namespace = "clinic", binding = "f64", returns = "f64")]
struct Rounded;

#[derive(ODataFunction)]
#[odata(namespace = "clinic", binding = "State", returns = "State")]
struct Next;

#[test]
fn operations_on_type_definitions_and_enumerations_are_compared() {
    let document = |more: &str| {
        let xml = format!(
            r#"<Edmx><DataServices><Schema Namespace="clinic"><TypeDefinition Name="weight" UnderlyingType="Edm.Double" />
            <EnumType Name="state"><Member Name="open" /></EnumType>
            <Function Name="rounded" IsBound="true"><Parameter Name="it" Type="clinic.weight" /><ReturnType Type="clinic.weight" Nullable="false" /></Function>
            <Function Name="next" IsBound="true"><Parameter Name="it" Type="clinic.state" /><ReturnType Type="clinic.state" Nullable="false" /></Function>
            {more}</Schema></DataServices></Edmx>"#
        );
        Document::read(&xml).expect("CSDL")
    };
    let found = |document: &Document| {
        let findings = Check::new(document).operation::<Rounded>().operation::<Next>().findings();
        findings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(found(&document("")), Vec::<String>::new());
    let more = r#"<Action Name="stop" IsBound="true"><Parameter Name="it" Type="Collection(clinic.state)" /></Action>"#;
    assert_eq!(
        found(&document(more)),
        ["addition at `clinic.stop(Collection(clinic.state))`: not in the model"]
    );
}
