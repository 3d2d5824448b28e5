//! What has changed, in the form of OData 4.01, of 4.0 and of Graph.

use odata_core::{Change, Collection, Delta, Extra, ODataEntity, Untyped};

use super::lines::Lines;
use super::structured::Customer;

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

/// Any entity.
#[derive(Debug, PartialEq, ODataEntity)]
#[odata(namespace = "NS", tag = "never")]
struct Thing {
    #[odata(extra)]
    extra: Extra,
}

type Things = Collection<Change<Thing>>;

/// What the items are, a letter for each.
fn kinds<T>(delta: &Delta<T>) -> String {
    let kinds = delta.iter().map(|change| match change {
        Change::Changed(_) => 'c',
        Change::Removed(_) => 'r',
        Change::Link(_) => 'l',
        Change::DeletedLink(_) => 'd',
    });
    kinds.collect()
}

/// The only item of a delta, which is removed: its extra and why.
fn removed(delta: &Things) -> (&Extra, Option<&str>) {
    match &delta.value[..] {
        [Change::Removed(removed)] => (&removed.extra, removed.reason()),
        other => panic!("{other:?}"),
    }
}

pub fn check(lines: &Lines) {
    whole(lines);
    removed_items(lines);
    nested(lines);
    requests(lines);
}

fn whole(lines: &Lines) {
    for line in ["delta-40", "delta-401", "odn-delta-401-links"] {
        lines.accepts(line, |read: Things| {
            assert_eq!((kinds(&read).as_str(), read.count()), ("cdlcr", Some(5)));
            let Change::Removed(removed) = &read.value[4] else { unreachable!() };
            assert_eq!((removed.id(), removed.reason()), (Some("Customers('ANTON')"), Some("deleted")));
            let Change::DeletedLink(link) = &read.value[1] else { unreachable!() };
            assert_eq!((link.source(), link.relationship()), (Some("Customers('ALFKI')"), Some("Orders")));
        });
    }
    for line in ["odn-delta-type-no-hash", "odn-delta-expanded"] {
        lines.accepts(line, |read: Things| assert_eq!(kinds(&read), "c"));
    }
    lines.accepts("odn-delta-other-set", |read: Delta<Customer<i32>>| assert_eq!(kinds(&read), "cr"));
    lines.accepts("deleted-graph", |read: Delta<AnyDirectoryObject>| {
        let [Change::Changed(_), Change::Removed(removed)] = &read.value[..] else { panic!("two") };
        assert_eq!(removed.id(), Some("c02ac2b1-0000-0000-0000-000000000002"));
        assert_eq!(removed.reason(), Some("changed"));
    });
}

fn removed_items(lines: &Lines) {
    lines.accepts_as_item("deleted-40", |read: Things| assert_eq!(removed(&read).1, Some("deleted")));
    lines.accepts_as_item("deleted-401", |read: Things| {
        let (extra, reason) = removed(&read);
        assert_eq!((extra.id(), reason), (Some("Customers('ANTON')"), Some("deleted")));
    });
    lines.accepts_as_item("deleted-401-key-only", |read: Things| {
        let (extra, reason) = removed(&read);
        assert_eq!((extra.get_str("ID"), reason), (Some("ANTON"), None));
    });
    for line in ["deleted-odata-removed", "odn-removed-simplified"] {
        lines.accepts_as_item(line, |read: Things| assert_eq!(removed(&read).1, Some("deleted")));
    }
    lines.accepts("deleted-null", |read: Things| assert_eq!(removed(&read).1, None));
    for line in ["deleted-extra", "odn-delta-removed-at-end"] {
        lines.accepts(line, |read: Things| assert_eq!(removed(&read).1, Some("changed")));
    }
    lines.accepts("deleted-derived", |read: Things| {
        assert_eq!(removed(&read).0.type_name(), Some("MyNS.PhysicalProduct"));
    });
    lines.accepts("odn-delta-derived-deleted", |read: Things| {
        assert_eq!(removed(&read).0.type_name(), Some("MyNS.PreferredCustomer"));
    });
}

fn nested(lines: &Lines) {
    lines.accepts("delta-401-nested", |read: Things| {
        let [_, Change::Changed(alfki), Change::Removed(_)] = &read.value[..] else { panic!("three") };
        let orders = alfki.extra.read_annotation_as::<Vec<Change<Thing>>>("Orders", "odata.delta");
        let Some(Ok(orders)) = orders else { panic!("a delta") };
        let [Change::Removed(order)] = &orders[..] else { panic!("one") };
        assert_eq!((order.id(), order.reason()), (Some("Orders(10643)"), Some("changed")));
    });
    lines.accepts("delta-graph-members", |read: Delta<Thing>| {
        let [Change::Changed(group)] = &read.value[..] else { panic!("one") };
        let members =
            group.extra.read_annotation_as::<Vec<Change<AnyDirectoryObject>>>("members", "odata.delta");
        let Some(Ok(members)) = members else { panic!("a delta") };
        assert!(matches!(&members[..], [Change::Changed(AnyDirectoryObject::User(_)), Change::Removed(_)]));
    });
    lines.accepts("deleted-nested-derived", |read: Things| {
        let product = removed(&read).0.read_as::<Change<Thing>>("ProductBeingViewed");
        let Some(Ok(Change::Removed(product))) = product else { panic!("removed") };
        assert_eq!(
            (product.reason(), product.extra.type_name()),
            (Some("deleted"), Some("MyNS.PhysicalProduct"))
        );
    });
    for line in ["odn-delta-nested-set", "odn-delta-nested-mixed-names"] {
        lines.accepts(line, |read: Things| {
            let (extra, _) = removed(&read);
            let (name, _) = extra.iter().find(|(name, _)| name.ends_with("@odata.delta")).expect("a delta");
            let nested = extra.get(name).map(Untyped::read_as::<Vec<Change<Thing>>>);
            assert_eq!(nested.map(|nested| nested.map(|nested| nested.len())), Some(Ok(2)));
        });
    }
}

fn requests(lines: &Lines) {
    lines.accepts("delta-update-request", |read: Things| {
        assert_eq!(kinds(&read), "cr");
        let Change::Changed(changed) = &read.value[0] else { unreachable!() };
        assert_eq!(changed.extra.get_str("@Org.OData.Core.V1.ContentID"), Some("1"));
    });
    lines.accepts("delta-exception", |read: Things| {
        assert!(removed(&read).0.get("@Org.OData.Core.V1.DataModificationException").is_some());
    });
}
