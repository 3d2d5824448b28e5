//! The sample model and its CSDL document.

use odata_core::{Extra, Flags, Json, ODataComplex, ODataEntity, ODataEnum};

pub(super) const DOCUMENT: &str = r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="clinic" Alias="c" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="record" Abstract="true">
  <Key><PropertyRef Name="id" /></Key>
  <Property Name="id" Type="Edm.String" Nullable="false" />
  <Property Name="shelf" Type="Edm.String" />
</EntityType>
<EntityType Name="prescription" BaseType="c.record">
  <Property Name="packs" Type="Edm.Int32" Nullable="false" />
  <Property Name="dose" Type="c.milligrams" />
  <Property Name="notes" Type="Collection(Edm.String)" Nullable="false" />
  <Property Name="remarks" Type="Collection(Edm.String)" />
  <Property Name="number" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Computed" /></Property>
  <Property Name="opened" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Immutable" /></Property>
  <Property Name="state" Type="c.state" />
  <Property Name="kinds" Type="c.kinds" />
  <Property Name="parcel" Type="c.parcel" />
  <Property Name="address" Type="c.address" />
  <Property Name="home" Type="c.dwelling" />
  <Property Name="lodging" Type="c.house" />
  <Property Name="origin" Type="c.house" />
  <Property Name="anything" Type="Collection(Edm.Int32)" />
  <NavigationProperty Name="doctor" Type="c.doctor" />
  <NavigationProperty Name="assistants" Type="Collection(c.doctor)" />
</EntityType>
<EntityType Name="doctor" BaseType="c.record">
  <Property Name="name" Type="Edm.String" />
</EntityType>
<EntityType Name="chiefDoctor" BaseType="c.doctor">
  <Property Name="ward" Type="Edm.String" />
</EntityType>
<EntityType Name="visit">
  <Key><PropertyRef Name="room" /><PropertyRef Name="hour" /></Key>
  <Property Name="room" Type="Edm.String" Nullable="false" />
  <Property Name="hour" Type="Edm.Int16" Nullable="false" />
  <Property Name="office" Type="c.office" />
</EntityType>
<EntityType Name="desk"><Property Name="drawers" Type="Edm.Byte" /></EntityType>
<ComplexType Name="address" OpenType="true">
  <Property Name="city" Type="Edm.String" />
</ComplexType>
<ComplexType Name="dwelling"></ComplexType>
<ComplexType Name="house" BaseType="c.dwelling"></ComplexType>
<ComplexType Name="office" BaseType="c.house">
  <Property Name="code" Type="Edm.String" />
</ComplexType>
<EnumType Name="state">
  <Member Name="open" Value="0" />
  <Member Name="closed" Value="1" />
  <Member Name="unknownFutureValue" Value="2" />
  <Member Name="shipped" Value="3" />
</EnumType>
<EnumType Name="kinds" IsFlags="true">
  <Member Name="tablet" Value="1" />
  <Member Name="syrup" Value="2" />
</EnumType>
<EnumType Name="unit"><Member Name="mg" /></EnumType>
<EnumType Name="parcel"><Member Name="sent" /><Member Name="later" /><Member Name="lost" /></EnumType>
<TypeDefinition Name="milligrams" UnderlyingType="Edm.Double" />
</Schema></edmx:DataServices></edmx:Edmx>"#;

#[derive(ODataEntity)]
#[odata(namespace = "clinic", abstract)]
pub(super) struct Record {
    #[odata(key, computed)]
    id: Option<String>,
    shelf: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
pub(super) struct Prescription {
    #[odata(base)]
    record: Record,
    packs: i32,
    dose: Option<f64>,
    notes: Option<Vec<String>>,
    remarks: Vec<Option<String>>,
    #[odata(computed)]
    number: Option<String>,
    #[odata(immutable)]
    opened: Option<String>,
    state: Option<State>,
    kinds: Option<Flags<Kinds>>,
    parcel: Option<Parcel>,
    address: Option<Address>,
    home: Option<Dwelling>,
    lodging: Option<House>,
    #[odata(computed)]
    origin: Option<House>,
    anything: Json<Vec<i32>>,
    #[odata(navigation)]
    doctor: Option<AnyDoctor>,
    #[odata(navigation)]
    assistants: Vec<Doctor>,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
pub(super) struct Doctor {
    #[odata(base)]
    record: Record,
    name: Option<String>,
}

#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
pub(super) struct ChiefDoctor {
    #[odata(base)]
    doctor: Doctor,
    ward: Option<String>,
}

#[derive(ODataEntity)]
pub(super) enum AnyDoctor {
    #[odata(base)]
    Doctor(Doctor),
    Chief(ChiefDoctor),
}

/// A type whose inheritance chain has no `extra` field.
#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
pub(super) struct Visit {
    #[odata(key)]
    room: String,
    #[odata(key)]
    hour: i16,
    office: Option<Office>,
}

/// A type without a key.
#[derive(ODataEntity)]
#[odata(namespace = "clinic")]
pub(super) struct Desk {
    drawers: Option<u8>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(ODataComplex)]
#[odata(namespace = "clinic")]
pub(super) struct Address {
    city: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(ODataComplex)]
#[odata(namespace = "clinic")]
pub(super) struct Dwelling {
    #[odata(extra)]
    extra: Extra,
}

#[derive(ODataComplex)]
#[odata(namespace = "clinic")]
pub(super) struct House {
    #[odata(base)]
    dwelling: Dwelling,
}

#[derive(ODataComplex)]
#[odata(namespace = "clinic", deny_unknown)]
pub(super) struct Office {
    #[odata(base)]
    house: House,
    code: Option<String>,
}

#[derive(ODataEnum)]
#[odata(namespace = "clinic")]
pub(super) enum State {
    Open,
    Closed,
    UnknownFutureValue,
    Shipped,
}

#[derive(Clone, Copy, PartialEq, ODataEnum)]
#[odata(namespace = "clinic", flags)]
pub(super) enum Kinds {
    Tablet = 1,
    Syrup = 2,
}

#[derive(ODataEnum)]
#[odata(namespace = "clinic")]
pub(super) enum Unit {
    Mg,
}

/// An enumeration whose sentinel has a different name than the sentinels of Microsoft Graph (`unknownFutureValue`).
#[derive(ODataEnum)]
#[odata(namespace = "clinic")]
pub(super) enum Parcel {
    Sent,
    #[odata(sentinel)]
    Later,
    Lost,
}
