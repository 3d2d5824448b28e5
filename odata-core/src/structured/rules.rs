//! Rules about the relations of types. Expansions of the derive macros check them at compile time.
//!
//! A violated rule panics in a constant. The compiler reports the error at the location that the derive macro set for the call.

use core::marker::PhantomData;

use super::{ODataStructured, Variant};
use crate::metadata::{StructuredKind, StructuredType, TypeSet, ValueType};
use crate::value::ODataValue;
use message::Message;

mod message;

/// The metadata of the type `T`, if it has any.
///
/// The constants of this type take precedence over the constants of [`Undescribed`]. As a result, the only error for a type
/// without the derive is that it lacks the derive.
#[derive(Debug)]
pub struct Described<T>(PhantomData<T>);

impl<T: ODataStructured> Described<T> {
    /// The structured type.
    pub const TYPE: Rules = Rules(Some(T::METADATA));
}

impl<T: ODataValue> Described<T> {
    /// The type of a property.
    pub const VALUE: ValueRules = ValueRules(Some(T::TYPE));
}

impl<T: Variant> Described<T> {
    /// The types of all values.
    pub const TYPES: VariantRules = VariantRules::new(T::TYPES);
}

/// The fallback for types that lack the traits which the constants of [`Described`] require.
pub trait Undescribed {
    /// No structured type.
    const TYPE: Rules = Rules(None);

    /// No type of a property.
    const VALUE: ValueRules = ValueRules(None);

    /// No types.
    const TYPES: VariantRules = VariantRules::new(TypeSet::All(&[]));
}

impl<T> Undescribed for Described<T> {}

/// Rules for a structured type.
#[derive(Clone, Copy, Debug)]
pub struct Rules(Option<&'static StructuredType>);

impl Rules {
    /// Returns the metadata of the type.
    #[must_use]
    pub const fn metadata(self) -> Option<&'static StructuredType> {
        self.0
    }

    /// Checks that an entity type may derive from this type.
    #[track_caller]
    pub const fn is_base_of_entity(self) {
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

    /// Checks that a complex type may derive from this type.
    #[track_caller]
    pub const fn is_base_of_complex(self) {
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

    /// Checks that a derived type may declare the property.
    #[track_caller]
    pub const fn leaves(self, property: &str) {
        let mut ancestor = self.0;
        while let Some(base) = ancestor {
            if base.declares_itself(property) {
                Message::new(&[
                    "the base type `",
                    base.qualified_name(),
                    "` already declares the property `",
                    property,
                    "`: remove this field and use the inherited property, or rename this property",
                ])
                .panic();
            }
            ancestor = base.base();
        }
    }

    /// Checks that a derived type may have an `extra`.
    #[track_caller]
    pub const fn leaves_extra(self) {
        if let Some(base) = self.0
            && base.preserves_undeclared()
        {
            Message::new(&[
                "the base type `",
                base.qualified_name(),
                "` already has an `extra`, which also preserves the undeclared members of this type: remove this field",
            ])
            .panic();
        }
    }

    /// Checks that a derived type may declare the key.
    #[track_caller]
    pub const fn leaves_key(self, property: &str) {
        if let Some(base) = self.0
            && base.has_key()
        {
            Message::new(&[
                "the base type `",
                base.qualified_name(),
                "` already has a key, and `",
                property,
                "` can't be added to the inherited key: remove `key`",
            ])
            .panic();
        }
    }

    /// Checks that the base type has a key, since a derived type overrides its access.
    #[track_caller]
    pub const fn has_key_to_override(self) {
        if let Some(base) = self.0
            && !base.has_key()
        {
            Message::new(&[
                "the base type `",
                base.qualified_name(),
                "` has no key to override: mark a field of the base type with `#[odata(key)]`, or remove `key` from this field",
            ])
            .panic();
        }
    }

    /// Checks that a navigation property may have this type.
    #[track_caller]
    pub const fn is_reached_by(self, property: &str) {
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
    /// Checks that the value of a member is an `Edm.Int64`, and returns it.
    #[must_use]
    #[track_caller]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the value is checked; `try_from` is not a constant function"
    )]
    pub const fn int64(member: &str, value: i128) -> i64 {
        if value < i64::MIN as i128 || value > i64::MAX as i128 {
            Message::new(&["the value of `", member, "` is outside the range of `Edm.Int64`"]).panic();
        }
        value as i64
    }
}

/// Rules for the types of the variants of a polymorphic enum.
#[derive(Clone, Copy, Debug)]
pub struct VariantRules {
    types: TypeSet,
    /// The position of the first variant whose type has the same name as the type of an earlier variant.
    duplicate: usize,
}

impl VariantRules {
    const fn new(types: TypeSet) -> Self {
        Self { types, duplicate: types.duplicate() }
    }

    /// Checks that the type of the variant has another name than the types of earlier variants.
    #[track_caller]
    pub const fn is_distinct(self, position: usize, variant: &str) {
        let TypeSet::All(sets) = self.types else { return };
        if position < sets.len() && self.duplicate == position {
            Message::new(&[
                "variant `",
                variant,
                "` has the OData type `",
                sets[position].first_name(),
                "`, which another variant already has: remove one of the two variants, or correct the `name` of one type",
            ])
            .panic();
        }
    }

    /// Checks that the type of the variant has another name than the types of earlier variants and isn't abstract.
    #[track_caller]
    pub const fn is_distinct_and_concrete(self, position: usize, variant: &str) {
        self.is_distinct(position, variant);
        let TypeSet::All(sets) = self.types else { return };
        if position < sets.len() && sets[position].is_abstract() {
            Message::new(&[
                "variant `",
                variant,
                "` has the type `",
                sets[position].first_name(),
                "`, which is abstract and has no instances: remove the variant, or remove `abstract` from its type",
            ])
            .panic();
        }
    }
}

/// Rules for the type of a property.
#[derive(Clone, Copy, Debug)]
pub struct ValueRules(Option<ValueType>);

impl ValueRules {
    /// Checks that the property is nullable, since `key = "optional"` allows it to be missing.
    #[track_caller]
    pub const fn is_optional_key(self, property: &str) {
        if let Some(value) = self.0
            && !value.is_nullable()
            && value.is_single()
        {
            Message::new(&["the key property `", property, "` is marked `key = \"optional\"`, but its field isn't an `Option`: change the type of the field or the value of `key`"])
                .panic();
        }
    }

    /// Checks that a navigation property may have this type.
    #[track_caller]
    pub const fn is_navigated(self, property: &str) {
        let Some(value) = self.0 else { return };
        let leads_nowhere = match value.element() {
            Some(element) => element.is_single(),
            None => value.is_single(),
        };
        if leads_nowhere {
            Message::new(&[
                "the navigation property `",
                property,
                "` doesn't have an entity type: remove `navigation` or change the type of the field",
            ])
            .panic();
        }
    }
}
