//! `TypedProperty`: the type of the constants for the properties of a struct. The type parameters are the type that
//! declares the property, the type of the property's value, and the access of clients to the property.

pub mod access;
mod assign;
mod operand;
mod path;
mod target_types;

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::structured::{BaseTypeOf, DerivedFrom, ODataStructured};

pub use assign::{Assign, Nullable};
pub use operand::Operand;
#[cfg(feature = "http")]
pub(crate) use operand::{Expression, Segments, ToExpression};
#[cfg(feature = "http")]
pub(crate) use path::Sealed;
pub use path::{IntoPropertyPath, PropertyPath};
pub use target_types::{Elements, Reach};

use access::{Access, Cast, Writable};

/// A property that the type `O` declares. The type parameter `V` is the type of the property's value, and `A` is the
/// marker type for the [access] of clients to the property.
///
/// The derive macros declare a `TypedProperty` constant for each property of a struct, such as `Message::SUBJECT` for
/// the field `subject`. Use the constants in request [bodies](crate::body), in query options such as `$select`, and in
/// entity paths.
///
/// For an inherited property, use the constant of the base type. For example, if `Message` inherits `id` from `Entity`,
/// use `Entity::ID` in a request for a `Message`. `Message::ID` doesn't compile, because `Deref` makes only the methods
/// and fields of `Entity` available for a `Message`, not the constants. rustdoc lists the constant `ID` on the page of
/// `Message` nevertheless.
///
/// [`then`](Self::then) returns the path to a property of a complex value or of a related entity.
///
/// ```
/// use odata_core::ODataComplex;
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct Identity {
///     display_name: Option<String>,
/// }
///
/// #[derive(ODataComplex)]
/// #[odata(namespace = "microsoft.graph")]
/// struct IdentitySet {
///     user: Option<Identity>,
/// }
///
/// /// Renames an `Identity`, or a value of a type that derives from `Identity`. The compiler infers `I`.
/// fn rename<T: odata_core::DerivedFrom<Identity, I>, I>(mut value: T, name: &str) -> T {
///     value.upcast_mut().display_name = Some(name.to_owned());
///     value
/// }
///
/// assert_eq!(rename(Identity { display_name: None }, "Pat").display_name.as_deref(), Some("Pat"));
/// assert_eq!(Identity::DISPLAY_NAME.to_string(), "displayName");
/// assert_eq!(IdentitySet::USER.then(Identity::DISPLAY_NAME).to_string(), "user/displayName");
/// ```
pub struct TypedProperty<O, V, A = Writable> {
    operand: Operand<O, V, &'static str>,
    access: PhantomData<fn() -> A>,
}

impl<O, V, A> TypedProperty<O, V, A> {
    /// Creates a property from its wire name.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { operand: Operand::new(name), access: PhantomData }
    }

    /// Returns the wire name of the property.
    pub(crate) const fn name(self) -> &'static str {
        self.operand.representation()
    }

    /// Returns the path from this property to a property of its value. For example, the path from `createdBy` to its
    /// property `user` is `createdBy/user`.
    #[must_use]
    pub fn then<P, I>(self, property: P) -> PropertyPath<O, P::Value, A::Then<P::Access>>
    where
        A: Access,
        V: Reach,
        P: IntoPropertyPath<Owner: BaseTypeOf<V::Target, I>, Access: Access>,
    {
        PropertyPath::from(self).then(property)
    }

    /// Returns the path to this property in a request for the base type `B`. The path starts with the qualified name of
    /// the derived type `O`, as in `microsoft.graph.security.ediscoveryExportOperation/outputName`.
    ///
    /// For example, in a request for the base type,
    /// `$select=microsoft.graph.security.ediscoveryExportOperation/outputName` selects the property `outputName`, which
    /// only the derived type declares.
    #[must_use]
    pub fn of_base<B, I>(self) -> PropertyPath<B, V, Cast<A>>
    where
        O: DerivedFrom<B, I> + ODataStructured,
    {
        PropertyPath::from(self).of_base()
    }
}

impl<O, V, A> Deref for TypedProperty<O, V, A> {
    type Target = Operand<O, V, &'static str>;

    fn deref(&self) -> &Self::Target {
        &self.operand
    }
}

impl<O, V, A> Clone for TypedProperty<O, V, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<O, V, A> Copy for TypedProperty<O, V, A> {}

/// Writes the wire name of the property, such as `displayName`.
impl<O, V, A> fmt::Display for TypedProperty<O, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl<O, V, A> fmt::Debug for TypedProperty<O, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypedProperty({self})")
    }
}
