//! Tests conversions of polymorphic enums.

use odata_core::{Extra, ODataEntity};

use crate::support::read;

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Item<T: Clone> {
    id: Option<T>,
    #[odata(extra)]
    extra: Extra,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Folder<T: Clone> {
    #[odata(base)]
    item: Item<T>,
    count: Option<i32>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "n")]
struct Album<T: Clone> {
    #[odata(base)]
    folder: Folder<T>,
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyFolder<T: Clone> {
    #[odata(base)]
    Folder(Folder<T>),
    Album(Box<Album<T>>),
}

#[derive(Clone, Debug, PartialEq, ODataEntity)]
enum AnyItem<T: Clone>
where
    T: PartialEq,
{
    #[odata(base)]
    Item(Item<T>),
    Folder(Box<AnyFolder<T>>),
}

const ALBUM: &str = r##"{"@odata.type": "#n.album", "id": "1", "count": 2}"##;

#[test]
fn polymorphic_enum_converts_into_type_of_variant() {
    let any: AnyItem<String> = read(ALBUM);
    let rejected = Item::try_from(any.clone()).expect_err("an album");
    assert_eq!(rejected, any);

    let folder: AnyFolder<String> = any.try_into().expect("a folder or a type that derives from it");
    assert_eq!(Folder::try_from(folder.clone()), Err(folder.clone()));
    let album = Album::try_from(folder).expect("an album");
    assert_eq!((album.id.as_deref(), album.count), (Some("1"), Some(2)));

    let item: AnyItem<String> = read(r#"{"id": "2"}"#);
    let item: Result<Item<String>, AnyItem<String>> = item.try_into();
    assert_eq!(item.expect("an item").id.as_deref(), Some("2"));
}

/// A polymorphic enum whose type parameter can be any type that derives from the declared type.
#[derive(Debug, PartialEq, ODataEntity)]
enum ItemOr<T>
where
    T: odata_core::DerivedFrom<Item<String>, odata_core::There<odata_core::Here>>,
{
    #[odata(base)]
    Item(Item<String>),
    Other(T),
}

#[derive(Debug, PartialEq, ODataEntity)]
#[odata(no_accessors)]
enum Unnamed {
    #[odata(base)]
    Item(Item<String>),
    Folder(Folder<String>),
}

/// Without `no_accessors`, the derive would also implement this trait.
impl TryFrom<Unnamed> for Folder<String> {
    type Error = &'static str;

    fn try_from(value: Unnamed) -> Result<Self, Self::Error> {
        match value {
            Unnamed::Folder(folder) => Ok(folder),
            Unnamed::Item(_) => Err("an item"),
        }
    }
}

#[test]
fn no_accessors_omits_conversions() {
    assert_eq!(Folder::try_from(read::<Unnamed>(r#"{"id": "1"}"#)), Err("an item"));
    assert!(Folder::try_from(read::<Unnamed>(r##"{"@odata.type": "#n.folder"}"##)).is_ok());
}
