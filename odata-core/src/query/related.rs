//! Traits for combining two conditions with `and` or `or`. If one condition is on `Entity` and the other condition is
//! on its derived type `User`, the combined condition is a `Filter<User>`.

use core::marker::PhantomData;

use crate::structured::kind::HasBase;
use crate::structured::{BaseTypeOf, DerivedFrom, Here, ODataStructured, There};
use crate::value::kind::PropertyType;

/// A bound for combining two conditions with [`Filter::and`](super::Filter::and) or [`Filter::or`](super::Filter::or).
/// For example, a condition on `User` can be combined with a condition on `User`, on a base type of `User`, or on a
/// derived type of `User`.
///
/// The compiler infers the type parameter `I`.
#[diagnostic::on_unimplemented(
    message = "a condition on `{P}` can't be combined with a condition on `{Self}`, because neither type derives from the other",
    label = "neither `{P}` nor `{Self}` is a derived type of the other",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait RelatedTo<P, I> {
    /// The type of the combined condition: `User` for conditions on `Entity` and on its derived type `User`.
    type Derived;
}

/// Combines two conditions on the same type, such as two conditions on `User`.
impl<O> RelatedTo<O, Here> for O {
    type Derived = O;
}

/// Combines a condition such as `User::AGE.ge(18)` with a condition from `Filter::raw`.
#[diagnostic::do_not_recommend]
impl<O: Owner> RelatedTo<AnyType, Second> for O {
    type Derived = O;
}

/// Combines a condition from `Filter::raw` with a condition such as `User::AGE.ge(18)`.
#[diagnostic::do_not_recommend]
impl<P: Owner> RelatedTo<P, First> for AnyType {
    type Derived = P;
}

/// Combines a condition on a derived type, such as `User`, with a condition on its base type, such as `Entity`.
#[diagnostic::do_not_recommend]
impl<O: DerivedFrom<P, There<I>>, P, I> RelatedTo<P, There<I>> for O {
    type Derived = O;
}

/// Combines a condition on a base type, such as `Entity`, with a condition on a derived type, such as `User`.
#[diagnostic::do_not_recommend]
impl<O, P: DerivedFrom<O, There<I>>, I> RelatedTo<P, Above<I>> for O {
    type Derived = P;
}

/// The type parameter of a condition from [`Filter::raw`](super::Filter::raw), which is a `Filter<AnyType>`. A
/// `Filter<AnyType>` can be used for instances of every type.
#[derive(Debug)]
pub enum AnyType {}

#[diagnostic::do_not_recommend]
impl<T> BaseTypeOf<T, Second> for AnyType {}

impl InChain for AnyType {
    type Length = Unknown;
}

/// An entity type or a complex type, such as `User` in [`Filter<User>`](super::Filter), but not [`AnyType`].
pub trait Owner {}

impl<T: ODataStructured> Owner for T {}

/// Marker type for the implementation of [`RelatedTo`] that combines `User::AGE.ge(18)` with `Filter::raw("…")`.
#[derive(Debug)]
pub struct Second(());

/// Marker type for the implementation of [`RelatedTo`] that combines `Filter::raw("…")` with `User::AGE.ge(18)`.
#[derive(Debug)]
pub struct First(());

/// Marker type for the implementation of [`RelatedTo`] that combines a condition on a base type, such as `Entity`, with
/// a condition on a derived type, such as `User`.
#[derive(Debug)]
pub struct Above<I>(PhantomData<I>);

/// A bound for combining two conditions with the operators `&` and `|`.
///
/// The implementations of `&` and `|` can't use [`RelatedTo<P, I>`](RelatedTo) as their bound, because the compiler
/// rejects the unconstrained type parameter `I` (E0207). `CombinedWith` has no type parameter `I`, because it compares
/// the lengths of inheritance chains: `User` has a longer chain than its base type `Entity`.
#[diagnostic::on_unimplemented(
    message = "a condition on `{P}` can't be combined with a condition on `{Self}`, because neither type derives from the other",
    label = "neither `{P}` nor `{Self}` is a derived type of the other",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait CombinedWith<P> {
    /// The type of the combined condition: `User` for conditions on `Entity` and on its derived type `User`.
    type Derived;
}

#[diagnostic::do_not_recommend]
impl<O, P> CombinedWith<P> for O
where
    O: InChain,
    P: InChain,
    O::Length: Longer<P::Length, O, P>,
{
    type Derived = <O::Length as Longer<P::Length, O, P>>::Derived;
}

/// The number 0, represented as a type so that the compiler can compare lengths of inheritance chains.
#[derive(Debug)]
pub struct Zero(());

/// The length of an unknown inheritance chain, used for conditions from `Filter::raw`.
#[derive(Debug)]
pub struct Unknown(());

/// The number `N + 1`, represented as a type. For example, `Next<Next<Zero>>` is the number 2, the length of an
/// inheritance chain with two types.
#[derive(Debug)]
pub struct Next<N>(PhantomData<N>);

/// A type whose inheritance chain has a length that is computed at compile time. If `User` derives from the root type
/// `Entity`, the inheritance chain of `User` has the length 2.
pub trait InChain {
    /// The length of the inheritance chain: [`Next<Next<Zero>>`](Next) represents the length 2.
    type Length;
}

/// A root type has `()` instead of a base type, so the inheritance chain of `()` is empty.
impl InChain for () {
    type Length = Zero;
}

impl<T: PropertyType<Kind: HasBase<Base: InChain>>> InChain for T {
    type Length = Next<<<T::Kind as HasBase>::Base as InChain>::Length>;
}

/// Selects the type with the longer inheritance chain from the types `O` and `P`. For example, selects `User` from
/// `Entity` and its derived type `User`.
///
/// `Self` represents the length of the inheritance chain of `O`, such as [`Next<Zero>`](Next) for `Entity`. `N`
/// represents the length of the inheritance chain of `P`. To compare the two lengths, the implementations subtract 1
/// from both lengths until one length is 0.
#[diagnostic::on_unimplemented(
    message = "a condition on `{P}` can't be combined with a condition on `{O}`, because neither type derives from the other",
    label = "neither `{P}` nor `{O}` is a derived type of the other",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait Longer<N, O, P> {
    /// The type with the longer inheritance chain: `O` or `P`.
    type Derived;
}

#[diagnostic::do_not_recommend]
impl<M: Longer<N, O, P>, N, O, P> Longer<Next<N>, O, P> for Next<M> {
    type Derived = M::Derived;
}

#[diagnostic::do_not_recommend]
impl<N, O, P> Longer<N, O, P> for Unknown {
    type Derived = P;
}

#[diagnostic::do_not_recommend]
impl<O, P> Longer<Unknown, O, P> for Zero {
    type Derived = O;
}

#[diagnostic::do_not_recommend]
impl<M, O, P> Longer<Unknown, O, P> for Next<M> {
    type Derived = O;
}

#[diagnostic::do_not_recommend]
impl<O> Longer<Zero, O, O> for Zero {
    type Derived = O;
}

#[diagnostic::do_not_recommend]
impl<M, O: Below<Next<M>, P>, P> Longer<Zero, O, P> for Next<M> {
    type Derived = O;
}

#[diagnostic::do_not_recommend]
impl<N, O, P: Below<Next<N>, O>> Longer<Next<N>, O, P> for Zero {
    type Derived = P;
}

/// A type that derives from the type `B`. `N` is the number of inheritance steps, such as `Next<Zero>` (1) if `B` is
/// the direct base type.
pub trait Below<N, B> {}

#[diagnostic::do_not_recommend]
impl<T> Below<Zero, T> for T {}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: HasBase<Base: Below<N, B>>>, N, B> Below<Next<N>, B> for T {}
