//! Typed properties: constants with the type of the owner, the type of the value, and the access of a client.

pub mod access;
mod assign;
mod operand;
mod path;
mod reach;

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::structured::{BaseTypeOf, DerivedFrom, ODataStructured};

pub use assign::{Assign, Nullable};
pub use operand::Operand;
#[cfg(feature = "http")]
pub(crate) use operand::{Expression, Segments, ToExpression};
pub use path::{IntoPropertyPath, PropertyPath};
pub use reach::{Elements, Reach};

use access::{Access, Cast, Writable};

/// A property of the type `O`, with a value of the type `V` and the [access](access) `A`.
///
/// The derive macros declare a constant for each property of a struct: `CaseOperation::STATUS` for the field `status`.
/// It is an argument of request [bodies](crate::body), query options and paths, for `O` and for every type that
/// derives from `O`.
///
/// The constant of an inherited property belongs to the struct that declares the field: the `id` of a `CaseOperation`
/// with the base type `Entity` is `Entity::ID`. There is no `CaseOperation::ID`, although rustdoc lists the constants
/// of a base type under the methods from `Deref`.
///
/// [`then`](Self::then) returns the path to a property of a complex value or an entity.
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
/// /// For every type that is, or derives from, an `Identity`: the compiler finds `I`, the number of steps, by itself.
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
    /// Creates the property with a wire name.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { operand: Operand::new(name), access: PhantomData }
    }

    /// Returns the wire name.
    pub(crate) const fn name(self) -> &'static str {
        self.operand.representation()
    }

    /// Returns the path to a property of this property's value: `createdBy/user`.
    #[must_use]
    pub fn then<P, I>(self, property: P) -> PropertyPath<O, P::Value, A::Then<P::Access>>
    where
        A: Access,
        V: Reach,
        P: IntoPropertyPath<Owner: BaseTypeOf<V::Target, I>, Access: Access>,
    {
        PropertyPath::from(self).then(property)
    }

    /// Returns the path to this property for instances of the base type `B`:
    /// `microsoft.graph.security.ediscoveryExportOperation/outputName`.
    ///
    /// Use it in a query for the base type to filter, select or expand a property that only a derived type declares.
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

/// Writes the wire name: `displayName`.
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
