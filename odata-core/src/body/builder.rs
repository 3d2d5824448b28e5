//! The methods of `Create` and `Update` that set properties and bind navigation properties.

use core::fmt::Display;
use std::sync::Arc;

use super::members::Contents;
use super::selection::{self, Purpose};
use super::value_path::ValuePath;
use super::{Body, Create, InvalidBody, Update, navigation};
use crate::control;
use crate::metadata::{Property, StructuredType};
use crate::structured::{BaseTypeOf, ODataStructured};
use crate::typed_property::access::{Bindable, SetOnCreate, SetOnUpdate};
use crate::typed_property::{Assign, Elements, IntoPropertyPath, Nullable, PropertyPath};
use crate::untyped::{Members, Untyped, written};
use crate::value::{ODataValue, depends_on_alphabet};

impl<T: ODataStructured, U> Body<T, U> {
    /// Creates a body without properties. If `is_type_known` is `true`, the entity has exactly the type `T`, and the
    /// body contains the `@odata.type` of `T`.
    ///
    /// `is_type_known` is `false` for the update of a polymorphic enum such as `DirectoryObject`, because the updated
    /// entity may have a derived type such as `User`.
    pub(crate) fn new(is_type_known: bool) -> Self {
        let metadata: &'static StructuredType = T::METADATA;
        let mut members = Members::default();
        if is_type_known && metadata.writes_type_annotation() {
            members.push(control::TYPE.into(), metadata.type_annotation().into());
        }
        Self::of_members(Contents::new(members), metadata)
    }

    /// Binds a single-valued navigation property to the existing entity with the given URL.
    ///
    /// For example, if the navigation property is `manager`, the body contains the URL as `manager@odata.bind`.
    #[must_use]
    pub fn bind<P, I>(self, property: P, url: impl Display) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Access: Bindable>,
    {
        self.put_binding(&property.into_property_path(), url.to_string())
    }

    /// Binds a collection-valued navigation property to the existing entities with the given URLs.
    ///
    /// For example, if the navigation property is `members`, the body contains the URLs as the array
    /// `members@odata.bind`.
    #[must_use]
    pub fn bind_all<P, I>(self, property: P, urls: impl IntoIterator<Item = impl Display>) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Elements, Access: Bindable>,
    {
        let urls = urls.into_iter().map(|url| Untyped::from(url.to_string()));
        self.put_binding(&property.into_property_path(), urls.collect::<Vec<_>>())
    }

    /// Adds a dynamic property or an annotation to the body. Only open types have dynamic properties.
    ///
    /// [`check`](Self::check) and serialization return an error if `name` is a declared property.
    #[must_use]
    pub fn dynamic(mut self, name: &str, value: impl Into<Untyped>) -> Self {
        if self.metadata.declares(name) {
            self.fail(format!(
                "`{name}` is a declared property of `{}`: use `set` instead of `dynamic`",
                self.metadata.qualified_name()
            ));
        }
        let value = value.into();
        self.insert_member(|members| {
            members.insert(control::normalized(name), value.clone());
        });
        self
    }

    fn put_binding<O, V, A>(mut self, property: &PropertyPath<O, V, A>, urls: impl Into<Untyped>) -> Self {
        let urls = urls.into();
        if urls.as_str() == Some("") || urls.as_collection().is_some_and(|urls| urls.contains(&"".into())) {
            self.fail(format!(
                "the URL in `{property}@odata.bind` is empty: check that the path of the entity is valid"
            ));
        }
        self.insert(property, "@odata.bind", &urls);
        self
    }

    fn put<O, V: ODataValue, A>(mut self, property: &PropertyPath<O, V, A>, value: &V) -> Self {
        let metadata = self.metadata;
        let (path, segments) = (property.to_string(), property.segments());
        let path = ValuePath::Body.member(&path);
        let (_, is_dependent) = depends_on_alphabet(|| written(value));
        let edited = Arc::make_mut(&mut self.members).edit(is_dependent, |members| {
            let value = written(value).map_err(|error| InvalidBody::new(format!("`{property}`: {error}")))?;
            let (last, parents) = segments.split_last().unwrap_or((&"", &[]));
            let mut sent = Members::default();
            if let Some(navigation) = navigation_property(metadata, segments) {
                navigation::add(&mut sent, navigation, value, Purpose::Set, &path)?;
            } else {
                let value = selection::value(value, Some(V::TYPE), Purpose::Set, &path)?;
                sent.push((*last).into(), value);
            }
            let object = parents.iter().fold(members, |members, parent| members.object(parent));
            for (name, value) in sent {
                object.insert(name, value);
            }
            Ok(())
        });
        self.record_failure(edited);
        self
    }

    /// Sets a property, such as `address/city`, or an annotation of a property, such as `manager@odata.bind`. The
    /// argument `annotation` is `""` to set the property, or the annotation's name, such as `"@odata.bind"`. Adds
    /// missing objects on the path, such as `address`, to the body.
    fn insert<O, V, A>(&mut self, property: &PropertyPath<O, V, A>, annotation: &str, value: &Untyped) {
        let (last, parents) = property.segments().split_last().unwrap_or((&"", &[]));
        self.insert_member(|members| {
            let object = parents.iter().fold(members, |members, parent| members.object(parent));
            object.insert(format!("{last}{annotation}"), value.clone());
        });
    }

    fn insert_member(&mut self, insert: impl Fn(&mut Members)) {
        let edited = Arc::make_mut(&mut self.members).edit(false, |members| {
            insert(members);
            Ok(())
        });
        self.record_failure(edited);
    }

    fn record_failure(&mut self, edited: Result<(), InvalidBody>) {
        if let Err(error) = edited {
            self.failure.get_or_insert(error);
        }
    }

    fn fail(&mut self, message: String) {
        self.failure.get_or_insert(InvalidBody::new(message));
    }
}

/// Returns the last property of a path if the path ends with a navigation property.
fn navigation_property(
    metadata: &'static StructuredType,
    path: &[&'static str],
) -> Option<&'static Property> {
    let (last, parents) = path.split_last()?;
    let owner = parents
        .iter()
        .try_fold(metadata, |owner, parent| owner.property_named(parent)?.value_type().structured())?;
    owner.property_named(last).filter(|property| property.is_navigation())
}

impl<T: ODataStructured> Create<T> {
    /// Creates the body of a create request, without properties.
    pub(crate) fn empty() -> Self {
        Self { requires_key: true, ..Self::new(true) }
    }

    /// Sets a property of the entity to create. Use [`then`](crate::TypedProperty::then) to set a property of a complex
    /// value. To send `null`, pass `None` with the type of the field: `set(Order::NOTE, None::<String>)`.
    #[must_use]
    pub fn set<P, I>(self, property: P, value: impl Assign<P::Value>) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: ODataValue, Access: SetOnCreate<T>>,
    {
        self.put(&property.into_property_path(), &value.into_value())
    }
}

impl<T: ODataStructured> Update<T> {
    /// Sets a property to a new value. Use [`then`](crate::TypedProperty::then) to set one property of a complex value
    /// without changing its other properties.
    #[must_use]
    pub fn set<P, I>(self, property: P, value: impl Assign<P::Value>) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: ODataValue, Access: SetOnUpdate>,
    {
        self.put(&property.into_property_path(), &value.into_value())
    }

    /// Sets a property to `null`.
    #[must_use]
    pub fn null<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Nullable, Access: SetOnUpdate>,
    {
        self.insert(&property.into_property_path(), "", &Untyped::Null);
        self
    }

    /// Removes the related entity from a single-valued navigation property, without deleting the entity.
    ///
    /// For the navigation property `manager`, the body contains `"manager@odata.bind": null`.
    #[must_use]
    pub fn unbind<P, I>(self, property: P) -> Self
    where
        P: IntoPropertyPath<Owner: BaseTypeOf<T, I>, Value: Nullable, Access: Bindable>,
    {
        self.put_binding(&property.into_property_path(), Untyped::Null)
    }
}
