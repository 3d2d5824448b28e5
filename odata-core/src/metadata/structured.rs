//! The metadata of entity and complex types.

use core::iter;

use super::names::is_equal;
use super::property_name_filter::PropertyNameFilter;
use super::{KeyAccess, KeyPath, Property, property_table};

/// The metadata of an entity or complex type: its name, its base type and the properties that it declares.
///
/// The properties of a type are numbered from 0, with the inherited properties first. The number of a property is
/// called its *slot*. A property has the same number in the type that declares the property and in all derived types.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent attribute")]
pub struct StructuredType {
    pub(super) type_annotation: &'static str,
    /// The alias of the schema (CSDL 4.01, clause 5.2).
    pub(super) alias: Option<&'static str>,
    /// The hash of the qualified name. Comparing hashes speeds up the compile-time comparison of the names of hundreds
    /// of types.
    pub(super) hash: u64,
    pub(super) kind: StructuredKind,
    pub(super) base: Option<&'static StructuredType>,
    pub(super) properties: &'static [Property],
    /// A [hash table](property_table) that finds the properties that this type declares. The hash table is empty for a
    /// type with few properties.
    pub(super) table: &'static [u16],
    pub(super) name_filter: PropertyNameFilter,
    pub(super) first_slot: usize,
    pub(super) is_abstract: bool,
    /// Whether `@odata.type` is written for all instances, for no instances, or only for instances of a derived type.
    pub(super) annotated: TypeAnnotationMode,
    pub(super) denies_unknown: bool,
    /// Whether the Rust struct for this type, or for one of its base types, has an `Extra` field.
    pub(super) preserves_undeclared: bool,
    /// Whether the type also matches an `@odata.type` with another version, such as `#Chassis.v1_5_0.Chassis` for
    /// `Chassis.Chassis` (`#[odata(any_version)]`).
    pub(super) has_any_version: bool,
    /// The [`KeyAccess`] from `#[odata(base, key = "…")]` of this type or of a base type.
    pub(super) key_access: Option<KeyAccess>,
    /// The key properties inside of complex properties, such as `Info/ID`.
    pub(super) key_paths: &'static [KeyPath],
}

/// Whether a structured type is an entity type or a complex type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StructuredKind {
    /// The structured type is an entity type.
    Entity,
    /// The structured type is a complex type.
    Complex,
}

/// The setting that determines which instances of a type are written with `@odata.type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeAnnotationMode {
    /// All instances are written with `@odata.type`.
    Always,
    /// Instances of a derived type are written with `@odata.type`, and instances of a root type are written without
    /// `@odata.type`.
    Derived,
    /// No instances are written with `@odata.type`.
    Never,
}

impl StructuredType {
    /// Creates an entity type without properties. The parameter is the type's `@odata.type`, such as `#Namespace.Name`.
    #[must_use]
    pub const fn entity(type_annotation: &'static str) -> Self {
        Self::new(type_annotation, StructuredKind::Entity, TypeAnnotationMode::Always)
    }

    /// Creates a complex type without properties. The parameter is the type's `@odata.type`, such as `#Namespace.Name`.
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
            name_filter: PropertyNameFilter::new(),
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

    /// Sets the base type of an entity or complex type.
    #[must_use]
    pub const fn with_base(self, base: &'static Self) -> Self {
        Self {
            base: Some(base),
            first_slot: base.property_count(),
            name_filter: self.name_filter.union(base.name_filter),
            preserves_undeclared: self.preserves_undeclared || base.preserves_undeclared,
            key_access: base.key_access,
            ..self
        }
    }

    /// Sets the base type as [`Self::with_base`] does, or does nothing if `base` is `None`.
    ///
    /// Only the derive macros call this function. The derive macros pass `None` for an `#[odata(base)]` field with an
    /// invalid type, because the compiler already reports an error for the field.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_base_of(self, base: Option<&'static Self>) -> Self {
        match base {
            Some(base) => self.with_base(base),
            None => self,
        }
    }

    /// Sets the properties that this type declares. The slice doesn't contain inherited properties.
    #[must_use]
    pub const fn with_properties(self, properties: &'static [Property]) -> Self {
        Self { properties, name_filter: self.name_filter.with(properties), ..self }
    }

    /// Sets the hash table of the properties that this type declares.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_table(self, table: &'static [u16]) -> Self {
        Self { table, ..self }
    }

    /// Marks the type as abstract.
    #[must_use]
    pub const fn with_abstract(self) -> Self {
        Self { is_abstract: true, ..self }
    }

    /// Sets which instances of the type are written with `@odata.type`.
    #[must_use]
    pub const fn with_type_annotation_mode(self, annotated: TypeAnnotationMode) -> Self {
        Self { annotated, ..self }
    }

    /// Rejects undeclared properties during deserialization (`#[odata(deny_unknown)]`).
    #[must_use]
    pub const fn with_deny_unknown(self) -> Self {
        Self { denies_unknown: true, ..self }
    }

    /// Marks the Rust struct for this type as having a field of the type [`Extra`](crate::Extra).
    #[must_use]
    pub const fn with_extra(self) -> Self {
        Self { preserves_undeclared: true, ..self }
    }

    /// Returns [`StructuredKind::Entity`] for an entity type and [`StructuredKind::Complex`] for a complex type.
    #[must_use]
    pub const fn kind(&self) -> StructuredKind {
        self.kind
    }

    /// Returns the base type, or `None` for a root type.
    #[must_use]
    pub const fn base(&self) -> Option<&'static Self> {
        self.base
    }

    /// Checks whether the type is abstract.
    #[must_use]
    pub const fn is_abstract(&self) -> bool {
        self.is_abstract
    }

    /// Checks whether undeclared properties are rejected during deserialization.
    #[must_use]
    pub const fn denies_unknown(&self) -> bool {
        self.denies_unknown
    }

    /// Checks whether the Rust struct for this type, or for one of its base types, has an [`Extra`](crate::Extra)
    /// field. An [`Extra`](crate::Extra) field preserves undeclared properties.
    #[must_use]
    pub const fn preserves_undeclared(&self) -> bool {
        self.preserves_undeclared
    }

    /// Checks whether this type or a base type declares a property with the wire name `name`.
    ///
    /// `declares` is a constant function, because the generated code of the derive macros calls it at compile time.
    #[must_use]
    pub const fn declares(&self, name: &str) -> bool {
        self.declares_itself(name) || matches!(self.base, Some(base) if base.declares(name))
    }

    /// Checks whether this type itself declares a property with the wire name `name`. Ignores inherited properties.
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

    /// Returns the properties that this type declares, in declaration order. The slice doesn't contain inherited
    /// properties.
    #[must_use]
    pub const fn own_properties(&self) -> &'static [Property] {
        self.properties
    }

    /// Returns the number of inherited properties, which is the slot of the first property that this type declares.
    pub(crate) const fn first_slot(&self) -> usize {
        self.first_slot
    }

    /// Returns the number of properties of the type, including inherited properties.
    #[must_use]
    pub const fn property_count(&self) -> usize {
        self.first_slot + self.properties.len()
    }

    /// Iterates over the inheritance chain, from this type to the root type.
    pub fn inheritance_chain(&'static self) -> impl Iterator<Item = &'static Self> {
        iter::successors(Some(self), |metadata| metadata.base)
    }

    /// Checks whether instances of the type are written with `@odata.type`.
    ///
    /// Returns `false` for an abstract type, because services reject the name of an abstract type in `@odata.type`.
    #[must_use]
    pub const fn writes_type_annotation(&self) -> bool {
        !self.is_abstract
            && match self.annotated {
                TypeAnnotationMode::Always => true,
                TypeAnnotationMode::Derived => self.base.is_some(),
                TypeAnnotationMode::Never => false,
            }
    }

    /// Returns the declared or inherited property with the number `slot`. The properties are numbered from 0, with the
    /// inherited properties first. Returns `None` if the type has no property with this number.
    #[must_use]
    pub fn property(&'static self, slot: usize) -> Option<&'static Property> {
        let owner = self.owner_of(slot)?;
        owner.properties.get(slot - owner.first_slot)
    }

    /// Returns the type in the inheritance chain that declares the property with the given slot.
    pub(crate) fn owner_of(&'static self, slot: usize) -> Option<&'static Self> {
        self.inheritance_chain().find(|metadata| slot >= metadata.first_slot)
    }

    /// Returns the property at the position `slot`, followed by the properties that the same type declares after it.
    pub(crate) fn properties_from(&'static self, slot: usize) -> &'static [Property] {
        self.owner_of(slot)
            .and_then(|owner| owner.properties.get(slot - owner.first_slot..))
            .unwrap_or_default()
    }

    /// Returns the slot of the declared or inherited property with the wire name `name` (case-sensitive), or `None` if
    /// there is no such property.
    #[must_use]
    pub fn slot_of(&'static self, name: &str) -> Option<usize> {
        if !self.name_filter.may_contain(name) {
            return None;
        }
        self.inheritance_chain()
            .find_map(|metadata| Some(metadata.first_slot + metadata.own_position_of(name)?))
    }

    fn own_position_of(&self, name: &str) -> Option<usize> {
        if self.table.is_empty() {
            return self.properties.iter().position(|property| property.name() == name);
        }
        property_table::position_of(self.properties, self.table, name)
    }

    /// Returns the declared or inherited property with the wire name `name` (case-sensitive), or `None` if there is no
    /// such property.
    #[must_use]
    pub fn property_named(&'static self, name: &str) -> Option<&'static Property> {
        self.property(self.slot_of(name)?)
    }
}
