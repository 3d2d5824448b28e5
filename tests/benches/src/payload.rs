//! Listings of case operations, the same each time.

use core::fmt::Write;

/// Where the objects of a listing have their `@odata.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// In front, as Graph writes it.
    First,
    /// Behind everything else.
    Last,
    /// Nowhere, as in the listings of eDiscovery.
    Absent,
}

/// A listing of that many operations of three types.
#[must_use]
pub fn listing(count: usize, tag: Tag) -> String {
    let mut listing = String::from(
        r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#security/cases/ediscoveryCases('22aa2acd-7554-4330-9ba9-ce20014aaae4')/operations","value":["#,
    );
    for number in 0..count {
        if number > 0 {
            listing.push(',');
        }
        listing.push_str(&operation(number, tag));
    }
    listing.push_str("]}");
    listing
}

fn operation(number: usize, tag: Tag) -> String {
    let (name, own) = own_properties(number);
    let tag_member = format!(r##""@odata.type":"#microsoft.graph.security.{name}""##);
    let mut members = Vec::new();
    if tag == Tag::First {
        members.push(tag_member.clone());
    }
    members.push(shared_properties(number));
    if !own.is_empty() {
        members.push(own);
    }
    if tag == Tag::Last {
        members.push(tag_member);
    }
    format!("{{{}}}", members.join(","))
}

/// Those of `caseOperation`; every third operation was made by somebody whose name needs an escape.
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

/// A listing of that many objects of one type with so many properties, in declared order or in none.
#[must_use]
pub fn wide(count: usize, properties: usize, is_shuffled: bool) -> String {
    let object = |number: usize| {
        // 7 has no divisor in common with any of the counts, so this goes through all of them.
        let position = |at: usize| if is_shuffled { (at * 7 + number) % properties } else { at };
        let members: Vec<_> =
            (0..properties).map(|at| format!("\"propertyNumber{}\":{at}", position(at))).collect();
        format!("{{{}}}", members.join(","))
    };
    format!("{{\"value\":[{}]}}", (0..count).map(object).collect::<Vec<_>>().join(","))
}

/// A listing of that many objects of several types, six properties each.
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

/// One operation with that many members that no type declares, and its `@odata.type` behind them.
#[must_use]
pub fn many_members(count: usize, name: impl Fn(usize) -> String) -> String {
    let members: Vec<_> = (0..count).map(|number| format!("\"{}\":{number},", name(number))).collect();
    let members = members.concat();
    format!("{{{members}\"@odata.type\":\"#microsoft.graph.security.ediscoveryExportOperation\"}}")
}
