//! Type-level computation of the more derived type of two conditions.

use core::marker::PhantomData;

use crate::structured::kind::HasBase;
use crate::structured::{BaseTypeOf, DerivedFrom, Here, ODataStructured, There};
use crate::value::kind::PropertyType;

/// Two types of one inheritance chain: `Self` derives from `P`, `P` derives from `Self`, or both are the same type.
///
/// [`Filter::and`](super::Filter::and) and [`Filter::or`](super::Filter::or) require it. The compiler infers `I`.
#[diagnostic::on_unimplemented(
    message = "neither `{P}` nor `{Self}` derives from the other",
    label = "a condition on `{P}` can't be combined with a condition on `{Self}`",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait RelatedTo<P, I> {
    /// The more derived of the two types.
    type Derived;
}

/// Both types are the same.
impl<O> RelatedTo<O, Here> for O {
    type Derived = O;
}

/// The second condition is for any type.
#[diagnostic::do_not_recommend]
impl<O: Owner> RelatedTo<AnyType, Second> for O {
    type Derived = O;
}

/// The first condition is for any type.
#[diagnostic::do_not_recommend]
impl<P: Owner> RelatedTo<P, First> for AnyType {
    type Derived = P;
}

/// `O` derives from `P`.
#[diagnostic::do_not_recommend]
impl<O: DerivedFrom<P, There<I>>, P, I> RelatedTo<P, There<I>> for O {
    type Derived = O;
}

/// `P` derives from `O`.
#[diagnostic::do_not_recommend]
impl<O, P: DerivedFrom<O, There<I>>, I> RelatedTo<P, Above<I>> for O {
    type Derived = P;
}

/// The type of a condition for any type; see [`Filter::raw`](super::Filter::raw).
#[derive(Debug)]
pub enum AnyType {}

#[diagnostic::do_not_recommend]
impl<T> BaseTypeOf<T, Second> for AnyType {}

impl InChain for AnyType {
    type Length = Unknown;
}

/// The type of a condition, except for [`AnyType`].
pub trait Owner {}

impl<T: ODataStructured> Owner for T {}

/// Marker for [`RelatedTo`]: the second type is [`AnyType`].
#[derive(Debug)]
pub struct Second(());

/// Marker for [`RelatedTo`]: the first type is [`AnyType`].
#[derive(Debug)]
pub struct First(());

/// Marker for [`RelatedTo`]: the second type derives from the first one.
#[derive(Debug)]
pub struct Above<I>(PhantomData<I>);

/// Two types of one inheritance chain, for the operators `&` and `|`. Unlike [`RelatedTo`], the trait has no type
/// parameter to infer, which an operator doesn't support.
///
/// Its implementation compares the lengths of both inheritance chains.
#[diagnostic::on_unimplemented(
    message = "neither `{P}` nor `{Self}` derives from the other",
    label = "a condition on `{P}` can't be combined with a condition on `{Self}`",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait CombinedWith<P> {
    /// The more derived of the two types.
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

/// The length of an empty inheritance chain.
#[derive(Debug)]
pub struct Zero(());

/// The length of an unknown inheritance chain.
#[derive(Debug)]
pub struct Unknown(());

/// The length `N + 1`.
#[derive(Debug)]
pub struct Next<N>(PhantomData<N>);

/// A type with an inheritance chain of known length.
pub trait InChain {
    /// The number of types in the chain.
    type Length;
}

/// The end of an inheritance chain, after the root type.
impl InChain for () {
    type Length = Zero;
}

impl<T: PropertyType<Kind: HasBase<Base: InChain>>> InChain for T {
    type Length = Next<<<T::Kind as HasBase>::Base as InChain>::Length>;
}

/// Compares `Self`, the remaining length of the chain of `O`, with `N`, the remaining length of the chain of `P`.
#[diagnostic::on_unimplemented(
    message = "neither `{P}` nor `{O}` derives from the other",
    label = "a condition on `{P}` can't be combined with a condition on `{O}`",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait Longer<N, O, P> {
    /// The type with the longer chain.
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

/// A type that is `N` derivations below its base type `B`.
pub trait Below<N, B> {}

#[diagnostic::do_not_recommend]
impl<T> Below<Zero, T> for T {}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: HasBase<Base: Below<N, B>>>, N, B> Below<Next<N>, B> for T {}
