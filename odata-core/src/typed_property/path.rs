//! `PropertyPath`: a path of several properties, such as `createdBy/user/displayName`.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use super::access::{Access, Cast, Writable};
use super::operand::{Operand, Segments};
use super::{Reach, TypedProperty};
use crate::metadata::StructuredType;
use crate::structured::{BaseTypeOf, DerivedFrom, ODataStructured};

/// A path of several properties, such as `createdBy/user/displayName`. The path starts at the type `O`. The type
/// parameter `V` is the type of the last property's value, and `A` is the marker type for the [access](super::access)
/// of clients to the last property.
///
/// [`TypedProperty::then`] and [`TypedProperty::of_base`] create a path. All methods that accept a [`TypedProperty`]
/// also accept a `PropertyPath`. Unlike a `TypedProperty`, a `PropertyPath` isn't `Copy`: pass `&path` to use it more
/// than once.
///
/// ```
/// use odata_core::{ODataComplex, PropertyPath};
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
/// let path: PropertyPath<IdentitySet, Option<String>> = IdentitySet::USER.then(Identity::DISPLAY_NAME);
/// assert_eq!(path.to_string(), "user/displayName");
/// ```
pub struct PropertyPath<O, V, A = Writable> {
    operand: Operand<O, V, Segments>,
    access: PhantomData<fn() -> A>,
}

/// A [`TypedProperty`] or a [`PropertyPath`], or a reference to either of them.
///
/// Methods with a property parameter accept all types that implement `IntoPropertyPath`. `IntoPropertyPath` is sealed:
/// other crates can't implement the trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a property: use a property constant such as `User::DISPLAY_NAME`",
    label = "expected a property constant such as `User::DISPLAY_NAME`",
    note = "the derive macros declare a constant for each property; for a path of two properties, write `User::MANAGER.then(User::DISPLAY_NAME)`"
)]
pub trait IntoPropertyPath: Sealed {
    /// The type that declares the property. The owner of a path is the type that declares the first property of the
    /// path.
    type Owner;

    /// The type of the property's value. The value of a path is the value of its last property.
    type Value;

    /// The marker type for the [access](super::access) of clients to the property or path.
    type Access;

    /// Converts the property or path into a [`PropertyPath`].
    fn into_property_path(self) -> PropertyPath<Self::Owner, Self::Value, Self::Access>;
}

/// A private supertrait that prevents other crates from implementing [`IntoPropertyPath`].
pub trait Sealed {}

impl<O, V, A> PropertyPath<O, V, A> {
    pub(super) const fn new(segments: Segments) -> Self {
        Self { operand: Operand::new(segments), access: PhantomData }
    }

    /// Returns the segments of the path. Unlike a `PropertyPath`, [`Segments`] has no type parameters.
    pub(crate) const fn untyped(&self) -> &Segments {
        self.operand.representation()
    }

    /// Returns the segments of the path: the wire names of properties, and the qualified names of derived types.
    pub(crate) fn segments(&self) -> &[&'static str] {
        self.untyped().as_slice()
    }

    /// Appends a property to the path, and returns the longer path. For example, the path `createdBy/user` with the
    /// property `displayName` is `createdBy/user/displayName`.
    #[must_use]
    pub fn then<P, I>(&self, property: P) -> PropertyPath<O, P::Value, A::Then<P::Access>>
    where
        A: Access,
        V: Reach,
        P: IntoPropertyPath<Owner: BaseTypeOf<V::Target, I>, Access: Access>,
    {
        let property = property.into_property_path();
        PropertyPath::new(Segments::Path([self.segments(), property.segments()].concat()))
    }

    /// Returns the path to this property in a request for the base type `B`. The path starts with the qualified name of
    /// the derived type `O`, as in `microsoft.graph.security.ediscoveryExportOperation/outputName`; see
    /// [`TypedProperty::of_base`].
    #[must_use]
    pub fn of_base<B, I>(&self) -> PropertyPath<B, V, Cast<A>>
    where
        O: DerivedFrom<B, I> + ODataStructured,
    {
        let derived: &'static StructuredType = O::METADATA;
        PropertyPath::new(Segments::Path([&[derived.qualified_name()][..], self.segments()].concat()))
    }
}

macro_rules! properties {
    ($($property:ty, $self:ident => $path:expr;)*) => {$(
        impl<O, V, A> Sealed for $property {}

        #[diagnostic::do_not_recommend]
        impl<O, V, A> IntoPropertyPath for $property {
            type Owner = O;
            type Value = V;
            type Access = A;

            fn into_property_path($self) -> PropertyPath<O, V, A> {
                $path
            }
        }
    )*};
}

properties! {
    TypedProperty<O, V, A>, self => self.into();
    &TypedProperty<O, V, A>, self => (*self).into();
    PropertyPath<O, V, A>, self => self;
    &PropertyPath<O, V, A>, self => self.clone();
}

impl<O, V, A> From<TypedProperty<O, V, A>> for PropertyPath<O, V, A> {
    fn from(property: TypedProperty<O, V, A>) -> Self {
        Self::new(Segments::Name(property.name()))
    }
}

impl<O, V, A> Deref for PropertyPath<O, V, A> {
    type Target = Operand<O, V, Segments>;

    fn deref(&self) -> &Self::Target {
        &self.operand
    }
}

impl<O, V, A> Clone for PropertyPath<O, V, A> {
    fn clone(&self) -> Self {
        Self::new(self.untyped().clone())
    }
}

/// Writes the segments of the path, separated by `/`: `createdBy/user/displayName`.
impl<O, V, A> fmt::Display for PropertyPath<O, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.untyped().fmt(f)
    }
}

impl<O, V, A> fmt::Debug for PropertyPath<O, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PropertyPath({self})")
    }
}
