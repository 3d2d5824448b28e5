//! Entity and complex types.

use core::iter;

use super::names::is_equal;
use super::{KeyAccess, Property, property_table};

/// An entity or complex type: its name, its base type and its own properties.
///
/// Properties have *slots*: the base-most type's first property is slot 0, and a type's own properties come
/// after all of its base types'. So a property keeps its slot in every derived type.
#[derive(Clone, Copy, Debug)]
pub struct StructuredType {
    tag: &'static str,
    /// Hundreds of types are compared with each other while a crate is compiled.
    hash: u64,
    kind: StructuredKind,
    base: Option<&'static StructuredType>,
    properties: &'static [Property],
    /// The [table](property_table) of the properties; nothing where there are few.
    table: &'static [u16],
    first_slot: usize,
    is_abstract: bool,
    type_tag: TypeTag,
    denies_unknown: bool,
    /// By itself or by a base type.
    keeps_undeclared: bool,
    /// The access of the inherited key, if this type or a base type overrides it: the nearest override.
    key_access: Option<KeyAccess>,
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
pub enum TypeTag {
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
        Self::new(tag, StructuredKind::Entity, TypeTag::Always)
    }

    /// A complex type without properties. `tag` is its name as `@odata.type` has it, `#Namespace.Name`.
    #[must_use]
    pub const fn complex(tag: &'static str) -> Self {
        Self::new(tag, StructuredKind::Complex, TypeTag::Derived)
    }

    const fn new(tag: &'static str, kind: StructuredKind, type_tag: TypeTag) -> Self {
        Self {
            tag,
            hash: 0,
            kind,
            base: None,
            properties: &[],
            table: &[],
            first_slot: 0,
            is_abstract: false,
            type_tag,
            denies_unknown: false,
            keeps_undeclared: false,
            key_access: None,
        }
    }

    /// The same type derived from `base`.
    #[must_use]
    pub const fn with_base(self, base: &'static Self) -> Self {
        Self {
            base: Some(base),
            first_slot: base.property_count(),
            keeps_undeclared: self.keeps_undeclared || base.keeps_undeclared,
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
    pub const fn with_type_tag(self, type_tag: TypeTag) -> Self {
        Self { type_tag, ..self }
    }

    /// The same type as one that refuses undeclared properties.
    #[must_use]
    pub const fn with_unknown_denied(self) -> Self {
        Self { denies_unknown: true, ..self }
    }

    /// The same type as one with an [`Extra`](crate::Extra) of its own.
    #[must_use]
    pub const fn with_extra(self) -> Self {
        Self { keeps_undeclared: true, ..self }
    }

    /// The same type with another access to the key that it inherits. Call it after [`Self::with_base`].
    #[must_use]
    pub const fn with_key_access(self, access: KeyAccess) -> Self {
        Self { key_access: Some(access), ..self }
    }

    /// The name as `@odata.type` has it: `#microsoft.graph.security.caseOperation`.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// The same type with a number that it shares with types of its own name, and with few others.
    ///
    /// The derives make it, because the compiler takes its time for each byte that a constant looks at.
    #[must_use]
    pub const fn with_hash(self, hash: u64) -> Self {
        Self { hash, ..self }
    }

    /// What it was [given](Self::with_hash).
    pub(super) const fn hash(&self) -> u64 {
        self.hash
    }

    /// Whether the other type has the same name.
    pub(super) const fn is_namesake_of(&self, other: &Self) -> bool {
        self.hash == other.hash && is_equal(self.tag.as_bytes(), other.tag.as_bytes())
    }

    /// The qualified name: `microsoft.graph.security.caseOperation`.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.tag.split_at(1).1
    }

    /// The namespace: `microsoft.graph.security`.
    #[must_use]
    pub fn namespace(&self) -> &'static str {
        self.qualified_name().rsplit_once('.').map_or("", |(namespace, _)| namespace)
    }

    /// The name without its namespace: `caseOperation`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.qualified_name().rsplit_once('.').map_or(self.qualified_name(), |(_, name)| name)
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
    pub const fn keeps_undeclared(&self) -> bool {
        self.keeps_undeclared
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

    /// Whether it has a key, of its own or from a base type.
    #[must_use]
    pub const fn has_key(&self) -> bool {
        let mut position = 0;
        while position < self.properties.len() {
            if self.properties[position].is_key() {
                return true;
            }
            position += 1;
        }
        matches!(self.base, Some(base) if base.has_key())
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

    /// The properties of the key, its base types' included.
    pub fn key_properties(&'static self) -> impl Iterator<Item = &'static Property> {
        self.line().flat_map(Self::own_properties).filter(|property| property.is_key())
    }

    /// Returns who provides the value of a key property in instances of this type; `None` if it isn't a key property.
    ///
    /// The nearest override in the inheritance chain applies, otherwise the property's own declaration.
    ///
    /// ```
    /// use odata_core::metadata::KeyAccess;
    /// use odata_core::{ODataEntity, ODataStructured};
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph", abstract)]
    /// struct Entity {
    ///     #[odata(key, computed)]
    ///     id: Option<String>,
    /// }
    ///
    /// #[derive(ODataEntity)]
    /// #[odata(namespace = "microsoft.graph.externalConnectors")]
    /// struct ExternalConnection {
    ///     #[odata(base, key = "optional")]
    ///     entity: Entity,
    /// }
    ///
    /// let id = Entity::METADATA.property_named("id").unwrap();
    /// assert_eq!(Entity::METADATA.key_access(id), Some(KeyAccess::Computed));
    /// assert_eq!(ExternalConnection::METADATA.key_access(id), Some(KeyAccess::Optional));
    /// ```
    #[must_use]
    pub const fn key_access(&self, property: &Property) -> Option<KeyAccess> {
        match (property.key_access(), self.key_access) {
            (Some(_), Some(access)) => Some(access),
            (declared, _) => declared,
        }
    }

    /// Returns the access of the inherited key, if this type or one of its base types overrides it.
    #[must_use]
    pub const fn key_access_override(&self) -> Option<KeyAccess> {
        self.key_access
    }

    /// Checks whether only the service sets a property in instances of this type.
    #[must_use]
    pub const fn is_computed(&self, property: &Property) -> bool {
        match self.key_access(property) {
            Some(access) => matches!(access, KeyAccess::Computed),
            None => property.is_computed(),
        }
    }

    /// The type itself, its base type, that one's base type and so on.
    pub fn line(&'static self) -> impl Iterator<Item = &'static Self> {
        iter::successors(Some(self), |metadata| metadata.base)
    }

    /// Whether an instance is written with `@odata.type`.
    ///
    /// An abstract type has no instances. What is read into one is of a type derived from it, and its own name
    /// would be a lie that a service refuses.
    #[must_use]
    pub const fn writes_tag(&self) -> bool {
        !self.is_abstract
            && match self.type_tag {
                TypeTag::Always => true,
                TypeTag::Derived => self.base.is_some(),
                TypeTag::Never => false,
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
        self.line().find(|metadata| slot >= metadata.first_slot)
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
        self.line().find_map(|metadata| Some(metadata.first_slot + metadata.own_position_of(name)?))
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
