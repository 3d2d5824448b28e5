//! Entity and complex types.

use core::iter;

use super::names::is_equal;
use super::{KeyAccess, KeyPath, Property, property_table};

/// An entity or complex type: its name, its base type and its own properties.
///
/// Properties have *slots*: the base-most type's first property is slot 0, and a type's own properties come
/// after all of its base types'. So a property keeps its slot in every derived type.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent attribute")]
pub struct StructuredType {
    pub(super) tag: &'static str,
    /// The short name of the namespace (CSDL 4.01, clause 5.2).
    pub(super) alias: Option<&'static str>,
    /// Hundreds of types are compared with each other while a crate is compiled.
    pub(super) hash: u64,
    pub(super) kind: StructuredKind,
    pub(super) base: Option<&'static StructuredType>,
    pub(super) properties: &'static [Property],
    /// The [table](property_table) of the properties; nothing where there are few.
    pub(super) table: &'static [u16],
    pub(super) first_slot: usize,
    pub(super) is_abstract: bool,
    pub(super) type_tag: TypeAnnotation,
    pub(super) denies_unknown: bool,
    /// By itself or by a base type.
    pub(super) preserves_undeclared: bool,
    /// Whether values may be of another version of the type.
    pub(super) has_any_version: bool,
    /// The access of the inherited key, if this type or a base type overrides it: the nearest override.
    pub(super) key_access: Option<KeyAccess>,
    /// The parts of the key inside of complex properties.
    pub(super) key_paths: &'static [KeyPath],
}

/// Whether a structured type has an identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StructuredKind {
    /// An entity type.
    Entity,
    /// A complex type.
    Complex,
}

/// When `@odata.type` is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeAnnotation {
    /// With every instance.
    Always,
    /// With instances of a type that has a base type.
    Derived,
    /// With none.
    Never,
}

impl StructuredType {
    /// An entity type without properties. `tag` is its name as `@odata.type` has it, `#Namespace.Name`.
    #[must_use]
    pub const fn entity(tag: &'static str) -> Self {
        Self::new(tag, StructuredKind::Entity, TypeAnnotation::Always)
    }

    /// A complex type without properties. `tag` is its name as `@odata.type` has it, `#Namespace.Name`.
    #[must_use]
    pub const fn complex(tag: &'static str) -> Self {
        Self::new(tag, StructuredKind::Complex, TypeAnnotation::Derived)
    }

    const fn new(tag: &'static str, kind: StructuredKind, type_tag: TypeAnnotation) -> Self {
        Self {
            tag,
            alias: None,
            hash: 0,
            kind,
            base: None,
            properties: &[],
            table: &[],
            first_slot: 0,
            is_abstract: false,
            type_tag,
            denies_unknown: false,
            preserves_undeclared: false,
            has_any_version: false,
            key_access: None,
            key_paths: &[],
        }
    }

    /// The same type derived from `base`.
    #[must_use]
    pub const fn with_base(self, base: &'static Self) -> Self {
        Self {
            base: Some(base),
            first_slot: base.property_count(),
            preserves_undeclared: self.preserves_undeclared || base.preserves_undeclared,
            key_access: base.key_access,
            ..self
        }
    }

    /// The same type derived from `base`, if that is one: otherwise there is an error already.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_base_of(self, base: Option<&'static Self>) -> Self {
        match base {
            Some(base) => self.with_base(base),
            None => self,
        }
    }

    /// The same type with these own properties.
    #[must_use]
    pub const fn with_properties(self, properties: &'static [Property]) -> Self {
        Self { properties, ..self }
    }

    /// The same type with the table of its own properties that the derive made.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_table(self, table: &'static [u16]) -> Self {
        Self { table, ..self }
    }

    /// The same type as one without instances of its own.
    #[must_use]
    pub const fn with_abstract(self) -> Self {
        Self { is_abstract: true, ..self }
    }

    /// The same type with another rule for `@odata.type`.
    #[must_use]
    pub const fn with_type_annotation(self, type_tag: TypeAnnotation) -> Self {
        Self { type_tag, ..self }
    }

    /// The same type as one that refuses undeclared properties.
    #[must_use]
    pub const fn with_deny_unknown(self) -> Self {
        Self { denies_unknown: true, ..self }
    }

    /// The same type as one with an [`Extra`](crate::Extra) of its own.
    #[must_use]
    pub const fn with_extra(self) -> Self {
        Self { preserves_undeclared: true, ..self }
    }

    /// Entity or complex type.
    #[must_use]
    pub const fn kind(&self) -> StructuredKind {
        self.kind
    }

    /// The base type.
    #[must_use]
    pub const fn base(&self) -> Option<&'static Self> {
        self.base
    }

    /// Whether it has no instances of its own.
    #[must_use]
    pub const fn is_abstract(&self) -> bool {
        self.is_abstract
    }

    /// Whether it refuses undeclared properties.
    #[must_use]
    pub const fn denies_unknown(&self) -> bool {
        self.denies_unknown
    }

    /// Whether what it does not declare is kept, by itself or by a base type.
    #[must_use]
    pub const fn preserves_undeclared(&self) -> bool {
        self.preserves_undeclared
    }

    /// Whether it declares a property of that name, by itself or by a base type.
    ///
    /// As a constant: the derives ask it of a base type while the derived type is compiled.
    #[must_use]
    pub const fn declares(&self, name: &str) -> bool {
        self.declares_itself(name) || matches!(self.base, Some(base) if base.declares(name))
    }

    /// Whether it declares a property of that name by itself.
    pub(crate) const fn declares_itself(&self, name: &str) -> bool {
        let name = name.as_bytes();
        let mut rest = self.properties;
        while let [property, others @ ..] = rest {
            if is_equal(property.name().as_bytes(), name) {
                return true;
            }
            rest = others;
        }
        false
    }

    /// The properties that this type adds to those of its base type, in declaration order.
    #[must_use]
    pub const fn own_properties(&self) -> &'static [Property] {
        self.properties
    }

    /// The slot of the first of its own properties.
    pub(crate) const fn first_slot(&self) -> usize {
        self.first_slot
    }

    /// How many properties it has, those of its base types included.
    #[must_use]
    pub const fn property_count(&self) -> usize {
        self.first_slot + self.properties.len()
    }

    /// The type itself, its base type, that one's base type and so on.
    pub fn inheritance_chain(&'static self) -> impl Iterator<Item = &'static Self> {
        iter::successors(Some(self), |metadata| metadata.base)
    }

    /// Whether an instance is written with `@odata.type`.
    ///
    /// An abstract type has no instances. What is read into one is of a type derived from it, and its own name
    /// would be a lie that a service refuses.
    #[must_use]
    pub const fn writes_type_annotation(&self) -> bool {
        !self.is_abstract
            && match self.type_tag {
                TypeAnnotation::Always => true,
                TypeAnnotation::Derived => self.base.is_some(),
                TypeAnnotation::Never => false,
            }
    }

    /// The property at a slot, its base types' properties included.
    #[must_use]
    pub fn property(&'static self, slot: usize) -> Option<&'static Property> {
        let owner = self.owner_of(slot)?;
        owner.properties.get(slot - owner.first_slot)
    }

    /// The type along the [line](Self::line) that declares the property at a slot.
    pub(crate) fn owner_of(&'static self, slot: usize) -> Option<&'static Self> {
        self.inheritance_chain().find(|metadata| slot >= metadata.first_slot)
    }

    /// The properties from a slot on, as far as the type that declares the one there declares them.
    pub(crate) fn properties_from(&'static self, slot: usize) -> &'static [Property] {
        self.owner_of(slot)
            .and_then(|owner| owner.properties.get(slot - owner.first_slot..))
            .unwrap_or_default()
    }

    /// The slot of the property with that name, to the letter.
    #[must_use]
    pub fn slot_of(&'static self, name: &str) -> Option<usize> {
        self.inheritance_chain()
            .find_map(|metadata| Some(metadata.first_slot + metadata.own_position_of(name)?))
    }

    fn own_position_of(&self, name: &str) -> Option<usize> {
        if self.table.is_empty() {
            return self.properties.iter().position(|property| property.name() == name);
        }
        property_table::position_of(self.properties, self.table, name)
    }

    /// The property with that name, its base types' properties included.
    #[must_use]
    pub fn property_named(&'static self, name: &str) -> Option<&'static Property> {
        self.property(self.slot_of(name)?)
    }
}
