//! Generates the payloads of the benchmarks, which are the same in every run.

use core::fmt::Write;

/// The position of `@odata.type` in the objects of a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypePosition {
    /// `@odata.type` is the first member, as Graph writes it.
    First,
    /// `@odata.type` is the last member.
    Last,
    /// There is no `@odata.type`, as in the collections of eDiscovery.
    Absent,
}

/// Returns a collection of `count` operations of three types.
#[must_use]
pub fn listing(count: usize, position: TypePosition) -> String {
    let mut listing = String::from(
        r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#security/cases/ediscoveryCases('22aa2acd-7554-4330-9ba9-ce20014aaae4')/operations","value":["#,
    );
    for number in 0..count {
        if number > 0 {
            listing.push(',');
        }
        listing.push_str(&operation(number, position));
    }
    listing.push_str("]}");
    listing
}

fn operation(number: usize, position: TypePosition) -> String {
    let (name, own) = own_properties(number);
    let type_annotation = format!(r##""@odata.type":"#microsoft.graph.security.{name}""##);
    let mut members = Vec::new();
    if position == TypePosition::First {
        members.push(type_annotation.clone());
    }
    members.push(shared_properties(number));
    if !own.is_empty() {
        members.push(own);
    }
    if position == TypePosition::Last {
        members.push(type_annotation);
    }
    format!("{{{}}}", members.join(","))
}

/// Returns the properties of `caseOperation`. Two of three display names have escape sequences.
fn shared_properties(number: usize) -> String {
    let name = ["Megan Bowen", "Adele \\\"Del\\\" Vance", "J\\u00f6rg M\\u00fcller"][number % 3];
    let action = ["contentExport", "estimateStatistics", "index"][number % 3];
    let status = ["succeeded", "running", "failed", "partiallySucceeded"][number % 4];
    let (day, second) = (1 + number % 28, number % 60);
    let mut properties = String::new();
    let _ = write!(
        properties,
        r#""id":"{number:032x}","action":"{action}","completedDateTime":"2026-08-{day:02}T12:41:{second:02}.1234567Z","createdBy":{{"user":{{"id":"c25c3914-f9f7-43ee-9cba-a25377e0cec6","displayName":"{name}","userPrincipalName":"user{number}@contoso.com"}}}},"createdDateTime":"2026-08-{day:02}T11:05:{second:02}Z","percentProgress":{},"resultInfo":{{"code":{},"subcode":0,"message":"step {number} of the operation"}},"status":"{status}""#,
        number % 101,
        number % 7,
    );
    properties
}

fn own_properties(number: usize) -> (&'static str, String) {
    match number % 3 {
        0 => (
            "ediscoveryExportOperation",
            format!(
                r#""description":"Export {number}\nfor review","exportFileMetadata":[{{"fileName":"export-{number}.zip","size":{},"downloadUrl":"https://contoso.com/download/{number}"}}],"exportStructure":"directory","outputName":"Contoso {number}""#,
                number * 1_234_567,
            ),
        ),
        1 => (
            "ediscoveryEstimateOperation",
            format!(
                r#""indexedItemCount":{},"indexedItemsSize":{},"mailboxCount":{},"siteCount":{},"unindexedItemCount":0,"unindexedItemsSize":0"#,
                number * 17,
                number * 123_456,
                number % 90,
                number % 12,
            ),
        ),
        _ => ("ediscoveryIndexOperation", String::new()),
    }
}

/// Returns a collection of `count` objects with `properties` properties, in declaration order or shuffled.
#[must_use]
pub fn wide(count: usize, properties: usize, is_shuffled: bool) -> String {
    let object = |number: usize| {
        // 7 is coprime to every number of properties, so each property occurs once.
        let position = |at: usize| if is_shuffled { (at * 7 + number) % properties } else { at };
        let members: Vec<_> =
            (0..properties).map(|at| format!("\"propertyNumber{}\":{at}", position(at))).collect();
        format!("{{{}}}", members.join(","))
    };
    format!("{{\"value\":[{}]}}", (0..count).map(object).collect::<Vec<_>>().join(","))
}

/// Returns a collection of `count` objects of different types with six properties each.
#[must_use]
pub fn varied(count: usize, variants: usize) -> String {
    let object = |number: usize| {
        let variant = 1 + number * 7 % (variants - 1);
        let members: Vec<_> = (0..6).map(|at| format!("\"propertyNumber{at}\":{at}")).collect();
        format!(
            "{{\"@odata.type\":\"#microsoft.graph.scale.variant{variant}Of{variants}\",{}}}",
            members.join(","),
        )
    };
    format!("{{\"value\":[{}]}}", (0..count).map(object).collect::<Vec<_>>().join(","))
}

/// Returns an operation with `count` undeclared members, followed by `@odata.type`.
#[must_use]
pub fn many_members(count: usize, name: impl Fn(usize) -> String) -> String {
    let members: Vec<_> = (0..count).map(|number| format!("\"{}\":{number},", name(number))).collect();
    let members = members.concat();
    format!("{{{members}\"@odata.type\":\"#microsoft.graph.security.ediscoveryExportOperation\"}}")
}
