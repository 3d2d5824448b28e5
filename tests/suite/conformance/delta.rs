//! Checks delta responses in the formats of OData 4.0, OData 4.01 and Microsoft Graph.

use odata_core::{Change, Collection, Delta, Extra, ODataEntity, Untyped};

use super::structured::Customer;
use super::test_cases::TestCases;

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct DirectoryObject {
    id: Option<String>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct User {
    #[odata(base)]
    directory_object: DirectoryObject,
    display_name: Option<String>,
}

#[derive(Debug, PartialEq, ODataEntity)]
enum AnyDirectoryObject {
    #[odata(base)]
    DirectoryObject(DirectoryObject),
    User(User),
}

/// An entity type without declared properties.
#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", tag = "never")]
struct Thing {
    #[odata(extra)]
    extra: Extra,
}

type Things = Collection<Change<Thing>>;

/// Returns a letter for each item: `c` (changed), `r` (removed), `l` (link) or `d` (deleted link).
fn kinds<T>(delta: &Delta<T>) -> String {
    let kinds = delta.iter().map(|change| match change {
        Change::Changed(_) => 'c',
        Change::Removed(_) => 'r',
        Change::Link(_) => 'l',
        Change::DeletedLink(_) => 'd',
    });
    kinds.collect()
}

/// Returns the `Extra` and the reason of a delta's only item, which must be a removed entity.
fn removed(delta: &Things) -> (&Extra, Option<&str>) {
    match &delta.value[..] {
        [Change::Removed(removed)] => (&removed.extra, removed.reason()),
        other => panic!("{other:?}"),
    }
}

pub fn check(cases: &TestCases) {
    whole(cases);
    removed_items(cases);
    nested(cases);
    requests(cases);
}

fn whole(cases: &TestCases) {
    for case in ["delta-40", "delta-401", "odn-delta-401-links"] {
        cases.accepts(case, |read: Things| {
            assert_eq!((kinds(&read).as_str(), read.count()), ("cdlcr", Some(5)));
            let Change::Removed(removed) = &read.value[4] else { unreachable!() };
            assert_eq!((removed.id(), removed.reason()), (Some("Customers('ANTON')"), Some("deleted")));
            let Change::DeletedLink(link) = &read.value[1] else { unreachable!() };
            assert_eq!((link.source(), link.relationship()), (Some("Customers('ALFKI')"), Some("Orders")));
        });
    }
    for case in ["odn-delta-type-no-hash", "odn-delta-expanded"] {
        cases.accepts(case, |read: Things| assert_eq!(kinds(&read), "c"));
    }
    cases.accepts("odn-delta-other-set", |read: Delta<Customer<i32>>| assert_eq!(kinds(&read), "cr"));
    cases.accepts("deleted-graph", |read: Delta<AnyDirectoryObject>| {
        let [Change::Changed(_), Change::Removed(removed)] = &read.value[..] else { panic!("two") };
        assert_eq!(removed.id(), Some("c02ac2b1-0000-0000-0000-000000000002"));
        assert_eq!(removed.reason(), Some("changed"));
    });
}

fn removed_items(cases: &TestCases) {
    cases.accepts_as_item("deleted-40", |read: Things| assert_eq!(removed(&read).1, Some("deleted")));
    cases.accepts_as_item("deleted-401", |read: Things| {
        let (extra, reason) = removed(&read);
        assert_eq!((extra.id(), reason), (Some("Customers('ANTON')"), Some("deleted")));
    });
    cases.accepts_as_item("deleted-401-key-only", |read: Things| {
        let (extra, reason) = removed(&read);
        assert_eq!((extra.get_str("ID"), reason), (Some("ANTON"), None));
    });
    for case in ["deleted-odata-removed", "odn-removed-simplified"] {
        cases.accepts_as_item(case, |read: Things| assert_eq!(removed(&read).1, Some("deleted")));
    }
    cases.accepts("deleted-null", |read: Things| assert_eq!(removed(&read).1, None));
    for case in ["deleted-extra", "odn-delta-removed-at-end"] {
        cases.accepts(case, |read: Things| assert_eq!(removed(&read).1, Some("changed")));
    }
    cases.accepts("deleted-derived", |read: Things| {
        assert_eq!(removed(&read).0.type_name(), Some("MyNS.PhysicalProduct"));
    });
    cases.accepts("odn-delta-derived-deleted", |read: Things| {
        assert_eq!(removed(&read).0.type_name(), Some("MyNS.PreferredCustomer"));
    });
}

fn nested(cases: &TestCases) {
    cases.accepts("delta-401-nested", |read: Things| {
        let [_, Change::Changed(alfki), Change::Removed(_)] = &read.value[..] else { panic!("three") };
        let orders = alfki.extra.read_annotation_as::<Vec<Change<Thing>>>("Orders", "odata.delta");
        let Some(Ok(orders)) = orders else { panic!("a delta") };
        let [Change::Removed(order)] = &orders[..] else { panic!("one") };
        assert_eq!((order.id(), order.reason()), (Some("Orders(10643)"), Some("changed")));
    });
    cases.accepts("delta-graph-members", |read: Delta<Thing>| {
        let [Change::Changed(group)] = &read.value[..] else { panic!("one") };
        let members =
            group.extra.read_annotation_as::<Vec<Change<AnyDirectoryObject>>>("members", "odata.delta");
        let Some(Ok(members)) = members else { panic!("a delta") };
        assert!(matches!(&members[..], [Change::Changed(AnyDirectoryObject::User(_)), Change::Removed(_)]));
    });
    cases.accepts("deleted-nested-derived", |read: Things| {
        let product = removed(&read).0.read_as::<Change<Thing>>("ProductBeingViewed");
        let Some(Ok(Change::Removed(product))) = product else { panic!("removed") };
        assert_eq!(
            (product.reason(), product.extra.type_name()),
            (Some("deleted"), Some("MyNS.PhysicalProduct"))
        );
    });
    for case in ["odn-delta-nested-set", "odn-delta-nested-mixed-names"] {
        cases.accepts(case, |read: Things| {
            let (extra, _) = removed(&read);
            let (name, _) = extra.iter().find(|(name, _)| name.ends_with("@odata.delta")).expect("a delta");
            let nested = extra.get(name).map(Untyped::read_as::<Vec<Change<Thing>>>);
            assert_eq!(nested.map(|nested| nested.map(|nested| nested.len())), Some(Ok(2)));
        });
    }
}

fn requests(cases: &TestCases) {
    cases.accepts("delta-update-request", |read: Things| {
        assert_eq!(kinds(&read), "cr");
        let Change::Changed(changed) = &read.value[0] else { unreachable!() };
        assert_eq!(changed.extra.get_str("@Org.OData.Core.V1.ContentID"), Some("1"));
    });
    cases.accepts("delta-exception", |read: Things| {
        assert!(removed(&read).0.get("@Org.OData.Core.V1.DataModificationException").is_some());
    });
}
