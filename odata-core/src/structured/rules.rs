//! Rules about the relations between types, for example that a derived type doesn't redeclare an inherited property.
//! The generated code of the derive macros checks the rules at compile time.
//!
//! If a type violates a rule, the check panics during the evaluation of a constant, and the compiler reports the panic
//! as an error. The compiler error points to the source code that violates the rule, such as the field of a redeclared
//! property.

use core::marker::PhantomData;

use super::{ODataStructured, Variant};
use crate::metadata::{StructuredKind, StructuredType, TypeSet, ValueType};
use crate::value::ODataValue;
use message::Message;

mod message;

/// Constants with the rules for a Rust type `T`, which generated code checks at compile time. For example,
/// `Described<User>::TYPE` contains the rules for the entity type `User`.
///
/// If `T` doesn't implement [`ODataStructured`], `Described<T>::TYPE` is the constant of the trait [`Undescribed`],
/// which contains no rules. If `T` implements [`ODataStructured`], Rust prefers the inherent constant
/// `Described<T>::TYPE` to the constant of the trait.
#[derive(Debug)]
pub struct Described<T>(PhantomData<T>);

impl<T: ODataStructured> Described<T> {
    /// The rules for the entity type or complex type `T`.
    pub const TYPE: Rules = Rules(Some(T::METADATA));
}

impl<T: ODataValue> Described<T> {
    /// The rules for the type `T` of a property.
    pub const VALUE: ValueRules = ValueRules(Some(T::TYPE));
}

impl<T: Variant> Described<T> {
    /// The rules for the variants of the polymorphic enum `T`.
    pub const TYPES: VariantRules = VariantRules::new(T::TYPES);
}

/// Constants without rules. For example, `std::time::Duration` isn't an OData value, so `Described<Duration>::VALUE`
/// contains no rules.
///
/// The trait `Undescribed` reduces the number of compiler errors. For a property of the type `Duration`, the compiler
/// reports that `Duration` isn't a property type, but not that the constant `Described<Duration>::VALUE` doesn't exist.
pub trait Undescribed {
    /// An empty set of rules, for a type that is neither an entity type nor a complex type, such as `String`.
    const TYPE: Rules = Rules(None);

    /// An empty set of rules, for a type that can't be the type of a property, such as `std::time::Duration`.
    const VALUE: ValueRules = ValueRules(None);

    /// An empty set of rules, for a type that isn't a polymorphic enum, such as `String`.
    const TYPES: VariantRules = VariantRules::new(TypeSet::All(&[]));
}

impl<T> Undescribed for Described<T> {}

/// Compile-time checks of a type that is used as a base type or in a navigation property. For example,
/// [`check_entity_base`](Self::check_entity_base) rejects an entity type that derives from a complex type.
#[derive(Clone, Copy, Debug)]
pub struct Rules(Option<&'static StructuredType>);

impl Rules {
    /// Returns the metadata of the entity type or complex type, or `None` if the Rust type has no metadata.
    #[must_use]
    pub const fn metadata(self) -> Option<&'static StructuredType> {
        self.0
    }

    /// Checks that the base type of an entity type isn't a complex type.
    #[track_caller]
    pub const fn check_entity_base(self) {
        if let Some(base) = self.0
            && matches!(base.kind(), StructuredKind::Complex)
        {
            Message::new(&[
                "`",
                base.qualified_name(),
                "` is a complex type, and an entity type can't derive from it: derive `ODataComplex` instead of `ODataEntity`",
            ])
            .panic();
        }
    }

    /// Checks that the base type of a complex type isn't an entity type.
    #[track_caller]
    pub const fn check_complex_base(self) {
        if let Some(base) = self.0
            && matches!(base.kind(), StructuredKind::Entity)
        {
            Message::new(&[
                "`",
                base.qualified_name(),
                "` is an entity type, and a complex type can't derive from it: derive `ODataEntity` instead of `ODataComplex`",
            ])
            .panic();
        }
    }

    /// Rejects the property `property` of a derived type if a direct or indirect base type already declares the
    /// property.
    #[track_caller]
    pub const fn check_new_property(self, property: &str) {
        let mut ancestor = self.0;
        while let Some(base) = ancestor {
            if base.declares_itself(property) {
                Message::new(&[
                    "the base type `",
                    base.qualified_name(),
                    "` already declares the property `",
                    property,
                    "`: remove the property from the derived type or rename it",
                ])
                .panic();
            }
            ancestor = base.base();
        }
    }

    /// Rejects an `#[odata(extra)]` field in a derived type if the base type already has an `#[odata(extra)]` field.
    #[track_caller]
    pub const fn check_new_extra(self) {
        if let Some(base) = self.0
            && base.preserves_undeclared()
        {
            Message::new(&[
                "the base type `",
                base.qualified_name(),
                "` already has an `extra` field, which derived types share: remove this `extra` field",
            ])
            .panic();
        }
    }

    /// Rejects the key property `property` of a derived type if the base type already has a key.
    #[track_caller]
    pub const fn check_new_key(self, property: &str) {
        if let Some(base) = self.0
            && base.has_key()
        {
            Message::new(&[
                "the base type `",
                base.qualified_name(),
                "` already has a key, and a derived type can't add the key property `",
                property,
                "`: remove `key`",
            ])
            .panic();
        }
    }

    /// Rejects `#[odata(base, key = "…")]` if the base type has no key.
    #[track_caller]
    pub const fn check_key_override(self) {
        if let Some(base) = self.0
            && !base.has_key()
        {
            Message::new(&[
                "`key` on a `base` field requires a base type with a key, but `",
                base.qualified_name(),
                "` has no key: remove `key`, or mark a field of the base type with `#[odata(key)]`",
            ])
            .panic();
        }
    }

    /// Checks that the type of the navigation property `property` isn't a complex type.
    #[track_caller]
    pub const fn check_target(self, property: &str) {
        if let Some(target) = self.0
            && matches!(target.kind(), StructuredKind::Complex)
        {
            Message::new(&[
                "the navigation property `",
                property,
                "` has the type `",
                target.qualified_name(),
                "`, which is a complex type: remove `navigation`",
            ])
            .panic();
        }
    }
}

impl Rules {
    /// Returns the value of an enumeration member as an `i64`, or panics if the value is out of range for `Edm.Int64`.
    #[must_use]
    #[track_caller]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the value is checked; `try_from` is not a constant function"
    )]
    pub const fn int64(member: &str, value: i128) -> i64 {
        if value < i64::MIN as i128 || value > i64::MAX as i128 {
            Message::new(&[
                "the value of `",
                member,
                "` is out of range for `Edm.Int64`: use a value that fits in an `i64`",
            ])
            .panic();
        }
        value as i64
    }
}

/// The rules for the types of the variants of a polymorphic enum.
#[derive(Clone, Copy, Debug)]
pub struct VariantRules {
    types: TypeSet,
    /// The position of the first variant whose type has the same OData name as the type of an earlier variant, or the
    /// number of variants if all names are different.
    duplicate: usize,
}

impl VariantRules {
    const fn new(types: TypeSet) -> Self {
        Self { types, duplicate: types.duplicate() }
    }

    /// Rejects the variant at `position` if its type has the same OData name as the type of an earlier variant.
    #[track_caller]
    pub const fn check_distinct(self, position: usize, variant: &str) {
        let TypeSet::All(sets) = self.types else { return };
        if position < sets.len() && self.duplicate == position {
            Message::new(&[
                "the type of the variant `",
                variant,
                "` has the same name as the type of an earlier variant, `",
                sets[position].first_name(),
                "`: remove one of the variants, or correct the name of its type",
            ])
            .panic();
        }
    }

    /// Rejects the variant at `position` if its type is abstract, or if its type has the same OData name as the type of
    /// an earlier variant.
    #[track_caller]
    pub const fn check_distinct_and_concrete(self, position: usize, variant: &str) {
        self.check_distinct(position, variant);
        let TypeSet::All(sets) = self.types else { return };
        if position < sets.len() && sets[position].is_abstract() {
            Message::new(&[
                "the variant `",
                variant,
                "` has the abstract type `",
                sets[position].first_name(),
                "`, which has no instances: remove the variant, or remove `abstract` from the type",
            ])
            .panic();
        }
    }
}

/// Compile-time checks of the type of a property. For example, [`check_optional_key`](Self::check_optional_key) rejects
/// an optional key property whose type isn't nullable.
#[derive(Clone, Copy, Debug)]
pub struct ValueRules(Option<ValueType>);

impl ValueRules {
    /// Checks that the type of a key property with `#[odata(key = "optional")]` is nullable, because an optional key
    /// property may be absent.
    #[track_caller]
    pub const fn check_optional_key(self, property: &str) {
        if let Some(value) = self.0
            && !value.is_nullable()
            && value.is_single()
        {
            Message::new(&[
                "the key property `",
                property,
                "` is marked `key = \"optional\"`, but its field isn't an `Option`: change the type of the field or remove `\"optional\"`",
            ])
            .panic();
        }
    }

    /// Checks that the type of the navigation property `property` isn't a primitive type, an enumeration,
    /// `Edm.Untyped`, or a collection of one of these.
    #[track_caller]
    pub const fn check_navigation(self, property: &str) {
        let Some(value) = self.0 else { return };
        let has_no_entity = match value.element() {
            Some(element) => element.is_single(),
            None => value.is_single(),
        };
        if has_no_entity {
            Message::new(&[
                "the navigation property `",
                property,
                "` doesn't have an entity type: remove `navigation` or change the type of the field",
            ])
            .panic();
        }
    }
}
