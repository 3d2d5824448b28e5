//! Entity sets and their capabilities in the doc comments of entity types.

use super::documentation;

const SETS: &str = r#"
    <EntityType Name="nurse" />
    <EntityType Name="ward" />
    <EntityContainer Name="container">
      <EntitySet Name="nurses" EntityType="clinic.nurse" />
      <EntitySet Name="wards" EntityType="clinic.ward" />
      <EntitySet Name="oldWards" EntityType="clinic.ward" />
      <EntitySet Name="newWards" EntityType="clinic.ward" />
      <Singleton Name="main" Type="clinic.ward" />
    </EntityContainer>"#;

#[test]
fn entity_sets_are_documented() {
    assert_eq!(documentation(SETS, "struct Nurse"), ["`clinic.nurse`", "", "Entity set: `nurses`."]);
    assert_eq!(
        documentation(SETS, "struct Ward"),
        ["`clinic.ward`", "", "Entity sets: `newWards`, `oldWards`, `wards`. Singleton: `main`."]
    );
}

#[test]
fn entity_set_without_name_is_not_documented() {
    let sets = r#"<EntityType Name="ward" /><EntityContainer Name="container"><EntitySet Name=" " EntityType="clinic.ward" />
                  <Singleton Name="" Type="clinic.ward" /></EntityContainer>"#;
    assert_eq!(documentation(sets, "struct Ward"), ["`clinic.ward`"]);
}

/// Returns an annotation whose value is a record.
fn restriction(term: &str, properties: &[(&str, &str)]) -> String {
    let properties = properties.iter().map(|(name, value)| {
        let paths = value.split(' ').map(|path| format!("<PropertyPath>{path}</PropertyPath>"));
        let paths = paths.collect::<String>();
        match *value {
            "true" | "false" => format!(r#"<PropertyValue Property="{name}" Bool="{value}" />"#),
            _ => format!(
                r#"<PropertyValue Property="{name}"><Collection>{paths}</Collection></PropertyValue>"#
            ),
        }
    });
    let properties: String = properties.collect();
    format!(r#"<Annotation Term="Capabilities.{term}"><Record>{properties}</Record></Annotation>"#)
}

#[track_caller]
fn assert_restrictions(targets: &[(&str, String)], expected: &str) {
    let annotations = targets.iter().map(|(member, annotations)| {
        format!(r#"<Annotations Target="clinic.container/{member}">{annotations}</Annotations>"#)
    });
    let content = format!("{SETS}{}", annotations.collect::<String>());
    assert_eq!(documentation(&content, "struct Ward")[2], expected);
}

#[test]
fn capabilities_are_documented() {
    let all = [
        restriction("InsertRestrictions", &[("Insertable", "false")]),
        restriction("UpdateRestrictions", &[("Updatable", "true")]),
        restriction("DeleteRestrictions", &[("Deletable", "false")]),
        restriction("FilterRestrictions", &[("Filterable", "true"), ("NonFilterableProperties", "a b/c")]),
        restriction("SortRestrictions", &[("NonSortableProperties", "a b/c")]),
        restriction("ExpandRestrictions", &[("NonExpandableProperties", "head")]),
        restriction("SearchRestrictions", &[("Searchable", "false")]),
        r#"<Annotation Term="Capabilities.TopSupported" Bool="false" />"#.to_owned(),
        r#"<Annotation Term="Capabilities.SkipSupported" Bool="true" />"#.to_owned(),
    ];
    assert_restrictions(
        &[("wards", all.concat())],
        "Entity sets: `newWards`, `oldWards`. Entity set: `wards`. Entities can't be created or deleted. `$search` and `$top` aren't \
         supported. `$filter` and `$orderby` don't support `a` or `b/c`. `$expand` doesn't support `head`. Singleton: `main`.",
    );
    let count = restriction("CountRestrictions", &[("Countable", "false")]);
    let read = restriction("ReadRestrictions", &[("Readable", "false")]);
    let update = restriction("UpdateRestrictions", &[("Updatable", "false")]);
    assert_restrictions(
        &[
            ("wards", count.clone()),
            ("oldWards", count.clone()),
            ("newWards", count),
            ("main", format!("{read}{update}")),
        ],
        "Entity sets: `newWards`, `oldWards`, `wards`. `$count` isn't supported. Singleton: `main`. It can't be read or updated.",
    );
}

#[test]
fn read_restrictions_are_documented() {
    let record = |properties: &str| {
        format!(
            r#"<Annotation Term="Capabilities.ReadRestrictions"><Record>{properties}</Record></Annotation>"#
        )
    };
    let readable = |value: bool| format!(r#"<PropertyValue Property="Readable" Bool="{value}" />"#);
    let by_key = |value: bool| {
        let readable = readable(value);
        format!(
            r#"<PropertyValue Property="ReadByKeyRestrictions"><Record>{readable}</Record></PropertyValue>"#
        )
    };
    let no_key = r#"<Annotation Term="Capabilities.IndexableByKey" Bool="false" />"#;
    for (annotations, expected) in [
        (record(&readable(false)), "read"),
        (record(&(readable(false) + &by_key(false))), "read"),
        (record(&(readable(false) + &by_key(true))), "listed"),
        (record(&(readable(true) + &by_key(false))), "read by key"),
        (no_key.to_owned(), "read by key"),
    ] {
        assert_restrictions(
            &[("wards", annotations)],
            &format!(
                "Entity sets: `newWards`, `oldWards`. Entity set: `wards`. Entities can't be {expected}. Singleton: `main`."
            ),
        );
    }
}
