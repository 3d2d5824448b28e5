//! Traits for combining two conditions on different types, such as a base type and a derived type. The traits determine
//! the type of the combined condition.

use core::marker::PhantomData;

use crate::structured::kind::HasBase;
use crate::structured::{BaseTypeOf, DerivedFrom, Here, ODataStructured, There};
use crate::value::kind::PropertyType;

/// Requires that a condition on the type `Self` can be combined with a condition on the type `P`. `Self` and `P` must
/// be the same type, or one type must derive from the other type.
///
/// [`Filter::and`](super::Filter::and) and [`Filter::or`](super::Filter::or) use this trait. The compiler infers the type
/// parameter `I`.
#[diagnostic::on_unimplemented(
    message = "a condition on `{P}` can't be combined with a condition on `{Self}`",
    label = "neither `{P}` nor `{Self}` is a derived type of the other",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait RelatedTo<P, I> {
    /// The more derived of the types `Self` and `P`.
    type Derived;
}

/// Combines two conditions on the same type `O`.
impl<O> RelatedTo<O, Here> for O {
    type Derived = O;
}

/// Combines a condition on the type `O` with a condition from `Filter::raw`.
#[diagnostic::do_not_recommend]
impl<O: Owner> RelatedTo<AnyType, Second> for O {
    type Derived = O;
}

/// Combines a condition from `Filter::raw` with a condition on the type `P`.
#[diagnostic::do_not_recommend]
impl<P: Owner> RelatedTo<P, First> for AnyType {
    type Derived = P;
}

/// Combines a condition on the derived type `O` with a condition on its base type `P`.
#[diagnostic::do_not_recommend]
impl<O: DerivedFrom<P, There<I>>, P, I> RelatedTo<P, There<I>> for O {
    type Derived = O;
}

/// Combines a condition on the base type `O` with a condition on the derived type `P`.
#[diagnostic::do_not_recommend]
impl<O, P: DerivedFrom<O, There<I>>, I> RelatedTo<P, Above<I>> for O {
    type Derived = P;
}

/// Marker type for a condition from [`Filter::raw`](super::Filter::raw). A condition from `Filter::raw` can be used for
/// instances of every type.
#[derive(Debug)]
pub enum AnyType {}

#[diagnostic::do_not_recommend]
impl<T> BaseTypeOf<T, Second> for AnyType {}

impl InChain for AnyType {
    type Length = Unknown;
}

/// A type that can be the type argument `O` of a condition [`Filter<O>`](super::Filter). [`AnyType`] doesn't implement
/// this trait.
pub trait Owner {}

impl<T: ODataStructured> Owner for T {}

/// Marker type in [`RelatedTo<P, Second>`](RelatedTo): the type `P` is [`AnyType`].
#[derive(Debug)]
pub struct Second(());

/// Marker type in [`RelatedTo<P, First>`](RelatedTo): the type `Self` is [`AnyType`].
#[derive(Debug)]
pub struct First(());

/// Marker type in [`RelatedTo<P, Above<I>>`](RelatedTo): the type `P` derives from `Self`.
#[derive(Debug)]
pub struct Above<I>(PhantomData<I>);

/// Requires that the operators `&` and `|` can combine a condition on the type `Self` with a condition on the type `P`.
///
/// Unlike [`RelatedTo`], `CombinedWith` has no type parameter `I`, because Rust doesn't allow such an unconstrained
/// parameter in an implementation of `BitAnd` or `BitOr`. `CombinedWith` compares the lengths of the inheritance chains
/// of `Self` and `P` to find the more derived type.
#[diagnostic::on_unimplemented(
    message = "a condition on `{P}` can't be combined with a condition on `{Self}`",
    label = "neither `{P}` nor `{Self}` is a derived type of the other",
    note = "two conditions can be combined if both are on the same type, or if one of the two types is a base type of the other type"
)]
pub trait CombinedWith<P> {
    /// The more derived of the types `Self` and `P`.
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

/// The number 0 as a type: the length of an empty inheritance chain.
#[derive(Debug)]
pub struct Zero(());

/// A placeholder length for [`AnyType`], which has no inheritance chain.
#[derive(Debug)]
pub struct Unknown(());

/// The number `N + 1` as a type: the length of an inheritance chain.
#[derive(Debug)]
pub struct Next<N>(PhantomData<N>);

/// A type whose inheritance chain has a length that the compiler can compare.
pub trait InChain {
    /// The number of types in the inheritance chain, as a type: [`Zero`], [`Next`] or [`Unknown`].
    type Length;
}

/// The inheritance chain of `()` is empty. `()` is the placeholder for the base type of a root type.
impl InChain for () {
    type Length = Zero;
}

impl<T: PropertyType<Kind: HasBase<Base: InChain>>> InChain for T {
    type Length = Next<<<T::Kind as HasBase>::Base as InChain>::Length>;
}

/// Compares the lengths of the inheritance chains of `O` and `P` by decrementing both lengths until one of them is
/// zero. `Self` is the length of the inheritance chain of `O`, and `N` is the length of the inheritance chain of `P`.
#[diagnostic::on_unimplemented(
    message = "a condition on `{P}` can't be combined with a condition on `{O}`",
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

/// A type that derives from the type `B` in `N` steps. If `B` is the direct base type of `Self`, `N` is 1.
pub trait Below<N, B> {}

#[diagnostic::do_not_recommend]
impl<T> Below<Zero, T> for T {}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: HasBase<Base: Below<N, B>>>, N, B> Below<Next<N>, B> for T {}
