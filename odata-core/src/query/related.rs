//! Traits for combining two conditions on different types, such as a base type and a derived type. The traits determine
//! the type of the combined condition.

use core::marker::PhantomData;

use crate::structured::kind::HasBase;
use crate::structured::{BaseTypeOf, DerivedFrom, Here, ODataStructured, There};
use crate::value::kind::PropertyType;

/// A bound for combining two conditions with [`Filter::and`](super::Filter::and) or [`Filter::or`](super::Filter::or).
/// Two conditions can be combined if their types are equal, or if one type derives from the other type, such as `User`
/// from `Entity`.
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

/// Marker type for a condition from [`Filter::raw`](super::Filter::raw). A condition from `Filter::raw` can be used for
/// instances of every type.
#[derive(Debug)]
pub enum AnyType {}

#[diagnostic::do_not_recommend]
impl<T> BaseTypeOf<T, Second> for AnyType {}

impl InChain for AnyType {
    type Length = Unknown;
}

/// The type of a condition, such as `User` in [`Filter<User>`](super::Filter). [`AnyType`], the type of a condition
/// from `Filter::raw`, doesn't implement this trait.
pub trait Owner {}

impl<T: ODataStructured> Owner for T {}

/// Marker type that lets the compiler select the implementation of [`RelatedTo`] for `condition.and(Filter::raw("…"))`.
#[derive(Debug)]
pub struct Second(());

/// Marker type that lets the compiler select the implementation of [`RelatedTo`] for `Filter::raw("…").and(condition)`.
#[derive(Debug)]
pub struct First(());

/// Marker type that lets the compiler select the implementation of [`RelatedTo`] for a condition on a base type,
/// combined with a condition on a derived type.
#[derive(Debug)]
pub struct Above<I>(PhantomData<I>);

/// A bound for combining two conditions with the operators `&` and `|`.
///
/// The operators `&` and `|` can't use [`RelatedTo`], because Rust doesn't allow its type parameter `I` in
/// implementations of `BitAnd` and `BitOr`. `CombinedWith` finds the derived type by comparing the lengths of
/// inheritance chains: a derived type has a longer chain than its base type.
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

/// The placeholder that conditions from `Filter::raw` have instead of the length of an inheritance chain.
#[derive(Debug)]
pub struct Unknown(());

/// The number `N + 1`, represented as a type. For example, `Next<Next<Zero>>` is the number 2.
#[derive(Debug)]
pub struct Next<N>(PhantomData<N>);

/// A type whose inheritance chain has a known length, such as 2 for `User` with the base type `Entity`.
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

/// Finds the longer inheritance chain of two types, `O` and `P`. The implementations subtract 1 from both lengths,
/// `Self` and `N`, until one length is 0.
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

/// A type that derives from the type `B` in `N` steps, such as one step from its direct base type.
pub trait Below<N, B> {}

#[diagnostic::do_not_recommend]
impl<T> Below<Zero, T> for T {}

#[diagnostic::do_not_recommend]
impl<T: PropertyType<Kind: HasBase<Base: Below<N, B>>>, N, B> Below<Next<N>, B> for T {}
