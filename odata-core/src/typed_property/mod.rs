//! Typed properties: constants that know their owner, the type of their value and who may set them.

pub mod access;
mod assign;
mod reach;

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::metadata::StructuredType;
use crate::structured::{DerivedFrom, ODataStructured};

pub use assign::{Assign, Nullable};
pub use reach::{Elements, Reach};

use access::{Access, Cast, Writable};

/// A property of the type `O`, or one that is reached through it, with a value of the type `V`.
///
/// The derives give every struct a constant for each property: `CaseOperation::STATUS` for the field `status`. It serves the
/// [bodies](crate::body) of requests and the options of queries, for `O` and for every type that derives from it.
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
    operand: Operand<O, V>,
    access: PhantomData<fn() -> A>,
}

/// What stands on one side of a comparison in a `$filter`: a property, or what a function makes of one.
pub struct Operand<O, V> {
    pub(crate) expression: Expression,
    marker: PhantomData<fn() -> (O, V)>,
}

/// An expression of a `$filter`, as far as one is an operand.
#[derive(Clone, Debug)]
pub(crate) enum Expression {
    /// A property of the type itself.
    Property(&'static str),
    /// The segments of a property path. None stand for the value itself, of an element in a lambda expression.
    Path(Vec<&'static str>),
    /// A function of an operand.
    #[cfg_attr(not(feature = "http"), expect(dead_code, reason = "only queries have functions"))]
    Call(&'static str, Box<Expression>),
}

impl Expression {
    /// The segments of a property path.
    pub(crate) fn segments(&self) -> &[&'static str] {
        match self {
            Self::Property(name) => core::slice::from_ref(name),
            Self::Path(segments) => segments,
            Self::Call(..) => &[],
        }
    }
}

impl<O, V, A> TypedProperty<O, V, A> {
    /// The property with the name that it has on the wire.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { operand: Operand::new(Expression::Property(name)), access: PhantomData }
    }

    /// The names along the path.
    pub(crate) fn segments(&self) -> &[&'static str] {
        self.operand.expression.segments()
    }

    fn of_segments(segments: Vec<&'static str>) -> Self {
        Self { operand: Operand::new(Expression::Path(segments)), access: PhantomData }
    }

    /// A property of the value that this property has: `createdBy/user`.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a typed property is a constant: no `&` in front of each"
    )]
    pub fn then<P, W, B, I>(&self, property: TypedProperty<P, W, B>) -> TypedProperty<O, W, A::Then<B>>
    where
        A: Access,
        B: Access,
        V: Reach,
        V::Target: DerivedFrom<P, I>,
    {
        TypedProperty::of_segments([self.segments(), property.segments()].concat())
    }

    /// The property, as one of the base type `B`: `microsoft.graph.security.ediscoveryExportOperation/outputName`.
    ///
    /// So instances of the base type are asked for what only a derived type declares.
    #[must_use]
    pub fn of_base<B, I>(&self) -> TypedProperty<B, V, Cast<A>>
    where
        O: DerivedFrom<B, I> + ODataStructured,
    {
        let derived: &'static StructuredType = O::METADATA;
        TypedProperty::of_segments([&[derived.qualified_name()][..], self.segments()].concat())
    }
}

impl<O, V> Operand<O, V> {
    pub(crate) const fn new(expression: Expression) -> Self {
        Self { expression, marker: PhantomData }
    }
}

impl<O, V, A> Deref for TypedProperty<O, V, A> {
    type Target = Operand<O, V>;

    fn deref(&self) -> &Operand<O, V> {
        &self.operand
    }
}

impl<O, V, A> Clone for TypedProperty<O, V, A> {
    fn clone(&self) -> Self {
        Self::of_segments(self.segments().to_vec())
    }
}

/// The path on the wire: `createdBy/user/displayName`.
impl<O, V, A> fmt::Display for TypedProperty<O, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.segments().join("/"))
    }
}

impl<O, V, A> fmt::Debug for TypedProperty<O, V, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TypedProperty({self})")
    }
}

impl<O, V> fmt::Debug for Operand<O, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Operand").field(&self.expression).finish()
    }
}
