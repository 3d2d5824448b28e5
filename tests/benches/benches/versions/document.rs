//! Generates a CSDL document with versions of types, like the documents of Redfish.

use std::fmt::Write;

/// The number of resources in the document.
pub(crate) const DEVICES: usize = 12;

/// Returns a document in which each version of an entity type, and of two complex types in it, derives from the previous one.
pub(crate) fn with_versions(versions: usize) -> String {
    let mut schemas = String::from(
        r#"<Schema Namespace="Resource">
             <EntityType Name="Resource" Abstract="true"><Key><PropertyRef Name="Id" /></Key>
               <Property Name="Id" Type="Edm.String" Nullable="false" /><Property Name="Name" Type="Edm.String" /></EntityType>
             <ComplexType Name="Links" Abstract="true" /></Schema>"#,
    );
    for device in 0..DEVICES {
        let _ = write!(
            schemas,
            r#"<Schema Namespace="Device{device}"><EntityType Name="Device{device}" BaseType="Resource.Resource" Abstract="true" /></Schema>"#
        );
        (0..versions).for_each(|version| add_version(&mut schemas, device, version));
    }
    format!("<Edmx><DataServices>{schemas}</DataServices></Edmx>")
}

fn add_version(schemas: &mut String, device: usize, version: usize) {
    let next = (device + 1) % DEVICES;
    let namespace = format!("Device{device}.v1_{version}_0");
    let base = |name: &str, first: &str| match version.checked_sub(1) {
        Some(previous) => format!(r#" BaseType="Device{device}.v1_{previous}_0.{name}""#),
        None => first.to_owned(),
    };
    let [entity, links, detail] = [
        base(&format!("Device{device}"), &format!(r#" BaseType="Device{device}.Device{device}""#)),
        base("Links", r#" BaseType="Resource.Links""#),
        base("Detail", ""),
    ];
    let (mut properties, mut inner) = (String::new(), String::new());
    if version == 0 {
        properties = format!(
            r#"<Property Name="Links" Type="{namespace}.Links" /><Property Name="Details" Type="Collection({namespace}.Detail)" />
               <NavigationProperty Name="Next" Type="Device{next}.Device{next}" />"#
        );
        inner = format!(r#"<Property Name="Inner" Type="{namespace}.Links" />"#);
    }
    let _ = write!(
        schemas,
        r#"<Schema Namespace="{namespace}">
             <EntityType Name="Device{device}"{entity}>{properties}<Property Name="Size{version}" Type="Edm.Int64" />
               <Property Name="Model{version}" Type="Edm.String" /><Property Name="Kind{version}" Type="{namespace}.Kind" /></EntityType>
             <ComplexType Name="Links"{links}><NavigationProperty Name="Related{version}" Type="Collection(Device{next}.Device{next})" /></ComplexType>
             <ComplexType Name="Detail"{detail}>{inner}<Property Name="Value{version}" Type="Edm.Decimal" /></ComplexType>
             <EnumType Name="Kind"><Member Name="A" /><Member Name="B{version}" /></EnumType>
           </Schema>"#
    );
}
