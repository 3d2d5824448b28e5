//! Conditions on two types of one inheritance chain: which of the types is the derived one.

use core::marker::PhantomData;

use crate::structured::{BaseTypeOf, DerivedFrom, Here, ODataStructured, There};
use crate::value::kind::{HasBase, PropertyType};

/// Two types of one inheritance chain, for [`Filter::and`](super::Filter::and) and
/// [`Filter::or`](super::Filter::or): `Self` derives from `P`, or `P` derives from `Self`, or both are the same.
///
/// The compiler infers `I`.
#[diagnostic::on_unimplemented(
    message = "neither `{P}` nor `{Self}` derives from the other",
    label = "a condition on `{P}` can't be combined with one on `{Self}`",
    note = "two conditions can be combined if they are for the same type, or if one is for a base type of the other's type"
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

/// The type of a condition for any type: see [`Filter::raw`](super::Filter::raw).
#[derive(Debug)]
pub enum AnyType {}

#[diagnostic::do_not_recommend]
impl<T> BaseTypeOf<T, Second> for AnyType {}

impl InChain for AnyType {
    type Length = Unknown;
}

/// A type of conditions other than [`AnyType`].
pub trait Owner {}

impl<T: ODataStructured> Owner for T {}

/// The first type is more specific than the second one, which is [`AnyType`].
#[derive(Debug)]
pub struct Second(());

/// The second type is more specific than the first one, which is [`AnyType`].
#[derive(Debug)]
pub struct First(());

/// The second type is the derived one.
#[derive(Debug)]
pub struct Above<I>(PhantomData<I>);

/// [`RelatedTo`] without a parameter to infer, as an implementation of `&` and `|` needs it.
///
/// It compares the lengths of both inheritance chains.
#[diagnostic::on_unimplemented(
    message = "neither `{P}` nor `{Self}` derives from the other",
    label = "a condition on `{P}` can't be combined with one on `{Self}`",
    note = "two conditions can be combined if they are for the same type, or if one is for a base type of the other's type"
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

/// The end of an inheritance chain.
#[derive(Debug)]
pub struct Zero(());

/// Marker for an unknown inheritance depth.
#[derive(Debug)]
pub struct Unknown(());

/// One step longer than `N`.
#[derive(Debug)]
pub struct Next<N>(PhantomData<N>);

/// A type with an inheritance chain.
pub trait InChain {
    /// How many types the chain has.
    type Length;
}

/// No type: the base type of a root type.
impl InChain for () {
    type Length = Zero;
}

impl<T: PropertyType<Kind: HasBase<Base: InChain>>> InChain for T {
    type Length = Next<<<T::Kind as HasBase>::Base as InChain>::Length>;
}

/// Compares `Self`, what is left of the chain of `O`, with `N`, what is left of the chain of `P`.
#[diagnostic::on_unimplemented(
    message = "neither `{P}` nor `{O}` derives from the other",
    label = "a condition on `{P}` can't be combined with one on `{O}`",
    note = "two conditions can be combined if they are for the same type, or if one is for a base type of the other's type"
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

/// A type that is `N` steps below its base type `B`.
pub trait Below<N, B> {}

#[diagnostic::do_not_recommend]
impl<T> Below<Zero, T> for T {}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: HasBase<Base: Below<N, B>>>, N, B> Below<Next<N>, B> for T {}
