//! Entity and complex types.

use core::iter;

use super::names::is_equal;
use super::{KeyAccess, KeyPath, Property, property_table};

/// An entity or complex type with its name, its base type and its own properties.
///
/// Properties are numbered by *slots*: the root type's first property has slot 0, and the own properties of a type follow the
/// properties of its base types. As a result, a property has the same slot in every derived type.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent attribute")]
pub struct StructuredType {
    pub(super) type_annotation: &'static str,
    /// The alias of the schema (CSDL 4.01, clause 5.2).
    pub(super) alias: Option<&'static str>,
    /// The hash of the name. Hundreds of types are compared with each other at compile time.
    pub(super) hash: u64,
    pub(super) kind: StructuredKind,
    pub(super) base: Option<&'static StructuredType>,
    pub(super) properties: &'static [Property],
    /// The [hash table](property_table) of the own properties. Empty if there are only a few properties.
    pub(super) table: &'static [u16],
    pub(super) first_slot: usize,
    pub(super) is_abstract: bool,
    /// When `@odata.type` is written.
    pub(super) annotated: TypeAnnotationMode,
    pub(super) denies_unknown: bool,
    /// Whether this type or a base type has an `Extra`.
    pub(super) preserves_undeclared: bool,
    /// Whether the type matches all of its versions.
    pub(super) has_any_version: bool,
    /// The access of the inherited key, if this type or a base type overrides it. The nearest override applies.
    pub(super) key_access: Option<KeyAccess>,
    /// The key properties inside complex properties.
    pub(super) key_paths: &'static [KeyPath],
}

/// Whether a structured type is an entity type or a complex type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StructuredKind {
    /// An entity type.
    Entity,
    /// A complex type.
    Complex,
}

/// The instances that are written with `@odata.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeAnnotationMode {
    /// All instances.
    Always,
    /// Instances of types that have a base type.
    Derived,
    /// No instances.
    Never,
}

impl StructuredType {
    /// Creates an entity type without properties. `type_annotation` is the value of `@odata.type`, such as `#Namespace.Name`.
    #[must_use]
    pub const fn entity(type_annotation: &'static str) -> Self {
        Self::new(type_annotation, StructuredKind::Entity, TypeAnnotationMode::Always)
    }

    /// Creates a complex type without properties. `type_annotation` is the value of `@odata.type`, such as `#Namespace.Name`.
    #[must_use]
    pub const fn complex(type_annotation: &'static str) -> Self {
        Self::new(type_annotation, StructuredKind::Complex, TypeAnnotationMode::Derived)
    }

    const fn new(type_annotation: &'static str, kind: StructuredKind, annotated: TypeAnnotationMode) -> Self {
        Self {
            type_annotation,
            alias: None,
            hash: 0,
            kind,
            base: None,
            properties: &[],
            table: &[],
            first_slot: 0,
            is_abstract: false,
            annotated,
            denies_unknown: false,
            preserves_undeclared: false,
            has_any_version: false,
            key_access: None,
            key_paths: &[],
        }
    }

    /// Sets the base type.
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

    /// Sets the base type if there is one. If not, the compiler has already reported an error.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_base_of(self, base: Option<&'static Self>) -> Self {
        match base {
            Some(base) => self.with_base(base),
            None => self,
        }
    }

    /// Sets the own properties.
    #[must_use]
    pub const fn with_properties(self, properties: &'static [Property]) -> Self {
        Self { properties, ..self }
    }

    /// Sets the hash table of the own properties.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_table(self, table: &'static [u16]) -> Self {
        Self { table, ..self }
    }

    /// Makes the type abstract.
    #[must_use]
    pub const fn with_abstract(self) -> Self {
        Self { is_abstract: true, ..self }
    }

    /// Sets which instances are written with `@odata.type`.
    #[must_use]
    pub const fn with_type_annotation_mode(self, annotated: TypeAnnotationMode) -> Self {
        Self { annotated, ..self }
    }

    /// Makes the type reject undeclared properties.
    #[must_use]
    pub const fn with_deny_unknown(self) -> Self {
        Self { denies_unknown: true, ..self }
    }

    /// Marks the type as having its own [`Extra`](crate::Extra).
    #[must_use]
    pub const fn with_extra(self) -> Self {
        Self { preserves_undeclared: true, ..self }
    }

    /// Returns whether this is an entity type or a complex type.
    #[must_use]
    pub const fn kind(&self) -> StructuredKind {
        self.kind
    }

    /// Returns the base type.
    #[must_use]
    pub const fn base(&self) -> Option<&'static Self> {
        self.base
    }

    /// Checks whether the type is abstract.
    #[must_use]
    pub const fn is_abstract(&self) -> bool {
        self.is_abstract
    }

    /// Checks whether the type rejects undeclared properties.
    #[must_use]
    pub const fn denies_unknown(&self) -> bool {
        self.denies_unknown
    }

    /// Checks whether undeclared properties are preserved by this type or a base type.
    #[must_use]
    pub const fn preserves_undeclared(&self) -> bool {
        self.preserves_undeclared
    }

    /// Checks whether this type or a base type declares a property with this name.
    ///
    /// It is a constant function, because the derive macros check names at compile time.
    #[must_use]
    pub const fn declares(&self, name: &str) -> bool {
        self.declares_itself(name) || matches!(self.base, Some(base) if base.declares(name))
    }

    /// Checks whether this type, without its base types, declares a property with this name.
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

    /// Returns the properties that this type declares, without inherited properties, in declaration order.
    #[must_use]
    pub const fn own_properties(&self) -> &'static [Property] {
        self.properties
    }

    /// Returns the slot of the first own property.
    pub(crate) const fn first_slot(&self) -> usize {
        self.first_slot
    }

    /// Returns the number of properties, including inherited properties.
    #[must_use]
    pub const fn property_count(&self) -> usize {
        self.first_slot + self.properties.len()
    }

    /// Iterates over the inheritance chain: this type, its base type, the base type of that type and so on.
    pub fn inheritance_chain(&'static self) -> impl Iterator<Item = &'static Self> {
        iter::successors(Some(self), |metadata| metadata.base)
    }

    /// Checks whether instances are written with `@odata.type`.
    ///
    /// An abstract type is never written as `@odata.type`: a value of its Rust type is an instance of a derived type, and
    /// services reject the name of the abstract type.
    #[must_use]
    pub const fn writes_type_annotation(&self) -> bool {
        !self.is_abstract
            && match self.annotated {
                TypeAnnotationMode::Always => true,
                TypeAnnotationMode::Derived => self.base.is_some(),
                TypeAnnotationMode::Never => false,
            }
    }

    /// Returns the property at a slot, including inherited properties.
    #[must_use]
    pub fn property(&'static self, slot: usize) -> Option<&'static Property> {
        let owner = self.owner_of(slot)?;
        owner.properties.get(slot - owner.first_slot)
    }

    /// Returns the type in the inheritance chain that declares the property at a slot.
    pub(crate) fn owner_of(&'static self, slot: usize) -> Option<&'static Self> {
        self.inheritance_chain().find(|metadata| slot >= metadata.first_slot)
    }

    /// Returns the properties from a slot to the last property of the type that declares the property at this slot.
    pub(crate) fn properties_from(&'static self, slot: usize) -> &'static [Property] {
        self.owner_of(slot)
            .and_then(|owner| owner.properties.get(slot - owner.first_slot..))
            .unwrap_or_default()
    }

    /// Returns the slot of the property with exactly this name.
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

    /// Returns the property with this name, including inherited properties.
    #[must_use]
    pub fn property_named(&'static self, name: &str) -> Option<&'static Property> {
        self.property(self.slot_of(name)?)
    }
}
