//! Traits for base types and derived types, and for the conversion of a derived type into a base type (upcast).

use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use super::{BaseType, ODataStructured, Structured};

/// A type with a base type: a struct with a field marked `#[odata(base)]`, or a polymorphic enum. The base type of a
/// polymorphic enum is the type of the variant that is marked `#[odata(base)]`.
///
/// The derive macros implement `Derived`, and implement [`Deref`] and [`DerefMut`] with the base type as the target.
/// For indirect base types, use the trait [`DerivedFrom`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no base type: a derived type has a field marked `#[odata(base)]`",
    label = "not a derived type"
)]
pub trait Derived: ODataStructured + DerefMut + Deref<Target = <Self as Derived>::Base> {
    /// The direct base type.
    type Base;

    /// Returns this value as a reference to its base type.
    fn base(&self) -> &Self::Base {
        self
    }

    /// Returns this value as a mutable reference to its base type.
    fn base_mut(&mut self) -> &mut Self::Base {
        self
    }

    /// Converts this value into its base type. Properties that only the derived type declares are dropped.
    fn into_base(self) -> Self::Base;

    /// Creates the `Partial` of this type from the `Partial` of its base type. The properties that only this type
    /// declares are initially empty. A `Partial` stores the properties of a value while the value is being read.
    #[doc(hidden)]
    fn partial_on(base: <Self::Base as BaseType>::Parts) -> Self::Partial
    where
        Self::Base: BaseType;
}

/// A type that is `B` or derives from `B`, directly or indirectly. The methods of `DerivedFrom` convert a value of a
/// derived type into a `B` (upcast).
///
/// The compiler infers the type parameter `I`, which represents the number of inheritance steps from the type to `B`.
///
/// ```
/// use odata_core::{DerivedFrom, ODataEntity};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph", abstract)]
/// struct Entity {
///     id: Option<String>,
/// }
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph.security")]
/// struct CaseOperation {
///     #[odata(base)]
///     entity: Entity,
///     percent_progress: Option<i32>,
/// }
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph.security")]
/// struct EdiscoveryTagOperation {
///     #[odata(base)]
///     case_operation: CaseOperation,
/// }
///
/// /// Accepts `Entity` and every type that derives from it.
/// fn identify<I>(value: &impl DerivedFrom<Entity, I>) -> Option<&str> {
///     value.upcast_ref().id.as_deref()
/// }
///
/// let operation: EdiscoveryTagOperation = serde_json::from_str(r#"{"id": "1", "percentProgress": 50}"#)?;
/// assert_eq!(identify(&operation), Some("1"));
/// let case_operation: CaseOperation = operation.upcast();
/// assert_eq!(case_operation.percent_progress, Some(50));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a derived type of `{B}`: it has no field of the type `{B}` that is marked `#[odata(base)]`",
    label = "`{B}` is not a base type of `{Self}`",
    note = "a derived type of `{B}` has a field marked `#[odata(base)]`, whose type is `{B}` or another derived type of `{B}`"
)]
pub trait DerivedFrom<B, I>: ODataStructured {
    /// Returns this value as a reference to its base type `B`.
    fn upcast_ref(&self) -> &B;

    /// Returns this value as a mutable reference to its base type `B`.
    fn upcast_mut(&mut self) -> &mut B;

    /// Converts this value into its base type `B`. Properties that `B` doesn't declare are dropped.
    fn upcast(self) -> B;

    /// Creates the `Partial` of this type from the `Partial` of its base type `B`. The properties that `B` doesn't
    /// declare are initially empty. A `Partial` stores the properties of a value while the value is being read.
    #[doc(hidden)]
    fn partial_from(base: B::Partial) -> Self::Partial
    where
        B: ODataStructured;
}

/// The type `T` itself or one of its base types. If `User` derives from `Entity`, `User` implements
/// [`DerivedFrom<Entity, _>`](DerivedFrom), and `Entity` implements `BaseTypeOf<User, _>`.
///
/// For example, a query of `User` accepts the property `Entity::ID`, because `Entity` is a base type of `User`. If a
/// query of `User` contains a property of another type, the compiler error points to the property. The compiler infers
/// the type parameter `I`, which represents the number of inheritance steps from `T` to its base type.
#[diagnostic::on_unimplemented(
    message = "a property of `{Self}` can't be used in a query, body or path of `{T}`: use a property of `{T}`",
    label = "`{Self}` is not a base type of `{T}`",
    note = "a property, or a condition on a property, can be used with the type that declares the property and with its derived types",
    note = "to use a property of a derived type in a query of a base type, call `of_base` on the property or `cast` on the request path"
)]
pub trait BaseTypeOf<T, I> {}

#[diagnostic::do_not_recommend]
impl<B, T: DerivedFrom<B, I>, I> BaseTypeOf<T, Declared<I>> for B {}

/// Marker type for the implementation of [`BaseTypeOf`] for entity and complex types, such as `Entity` as a base type
/// of `User`. The implementation of [`BaseTypeOf`] for conditions from `Filter::raw` has another marker type, so that
/// the compiler doesn't report overlapping implementations.
#[derive(Debug)]
pub struct Declared<I>(PhantomData<I>);

/// Marker type that represents zero inheritance steps in [`DerivedFrom`], from a type to the type itself. For example,
/// `User` implements `DerivedFrom<User, Here>`. Without the marker types `Here` and [`There`], the compiler would
/// report overlapping implementations of `DerivedFrom`.
#[derive(Debug)]
pub struct Here(());

/// Marker type for inheritance steps in [`DerivedFrom`]: `There<Here>` represents one step, and `There<There<Here>>`
/// represents two steps. For example, `User` implements `DerivedFrom<Entity, There<Here>>` if `Entity` is the direct
/// base type of `User`.
#[derive(Debug)]
pub struct There<I>(PhantomData<I>);

impl<T: ODataStructured> DerivedFrom<T, Here> for T {
    fn upcast_ref(&self) -> &T {
        self
    }

    fn upcast_mut(&mut self) -> &mut T {
        self
    }

    fn upcast(self) -> T {
        self
    }

    #[inline]
    fn partial_from(base: T::Partial) -> T::Partial {
        base
    }
}

/// Implements `DerivedFrom` for every direct or indirect base type `B` of `T`. Without
/// `#[diagnostic::do_not_recommend]`, a compiler error about a missing `DerivedFrom` would name the root type of `T`
/// instead of `T`.
#[diagnostic::do_not_recommend]
impl<T, B, I> DerivedFrom<B, There<I>> for T
where
    T: Derived,
    T::Base: DerivedFrom<B, I> + Structured,
{
    fn upcast_ref(&self) -> &B {
        self.base().upcast_ref()
    }

    fn upcast_mut(&mut self) -> &mut B {
        self.base_mut().upcast_mut()
    }

    fn upcast(self) -> B {
        self.into_base().upcast()
    }

    #[inline]
    fn partial_from(base: B::Partial) -> T::Partial
    where
        B: ODataStructured,
    {
        T::partial_on(T::Base::partial_from(base))
    }
}
