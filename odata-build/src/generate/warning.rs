//! The warnings of a generator run.

/// A warning of the generator about an invalid element of a document.
///
/// The `Display` output contains the element, the problem, and how the generator handled it: `` `clinic.ward/head`: the type
/// `staff.person` isn't declared in the document; the property is generated as `Untyped` ``. It starts with the qualified name of the type, so
/// sorting warnings groups them by type.
///
/// | Warning | Element | Result |
/// |---|---|---|
/// | [`UndeclaredType`](Self::UndeclaredType) | A property whose type isn't declared | The property, or an element of the collection, is `Untyped` |
/// | [`UndeclaredTarget`](Self::UndeclaredTarget) | A navigation property to a type that isn't declared, or to `Edm.EntityType` | The property is skipped |
/// | [`NestedCollection`](Self::NestedCollection) | A collection of collections | An element of the outer collection is `Untyped` |
/// | [`NavigationToOtherType`](Self::NavigationToOtherType) | A navigation property to a type that isn't an entity type | The property is a structural property |
/// | [`RedeclaredProperty`](Self::RedeclaredProperty) | A property that a base type declares, with the same or another type | The property is skipped; the base type's applies |
/// | [`DuplicateProperty`](Self::DuplicateProperty) | A second property with the same name | The second property is skipped |
/// | [`DuplicateType`](Self::DuplicateType) | A second type with the same name | The second type is skipped |
/// | [`InvalidName`](Self::InvalidName) | A name that is empty, longer than 128 characters, or contains `@`, `/`, `#` or a control character | The element is skipped |
/// | [`UndeclaredBase`](Self::UndeclaredBase) | A base type that isn't declared | The type has no base type |
/// | [`BaseOfOtherKind`](Self::BaseOfOtherKind) | An entity type that derives from a complex type, or the reverse | The type has no base type |
/// | [`CircularBase`](Self::CircularBase) | A type that derives from itself | The type has no base type |
/// | [`KeyOfComplexType`](Self::KeyOfComplexType) | A key in a complex type | The key's properties are ordinary properties |
/// | [`RedeclaredKey`](Self::RedeclaredKey) | A key in a type whose base type has a key | The key's properties are ordinary properties; the base type's key applies |
/// | [`InvalidKeyProperty`](Self::InvalidKeyProperty) | A part of a key that isn't a single primitive or enumeration value of the type | The key doesn't have the part |
/// | [`ConflictingVersions`](Self::ConflictingVersions) | Versions of a type, which are merged, that declare a property with different types | The property is `Untyped` |
/// | [`DuplicateMember`](Self::DuplicateMember) | A second enumeration member with the same name | The second member is skipped |
/// | [`DuplicateValue`](Self::DuplicateValue) | An enumeration member whose value another member has | The member has no variant; it is read as an unknown member |
/// | [`InvalidFlag`](Self::InvalidFlag) | A member of a flags enumeration with a bit that no member names | The member has no variant; it is read as an unknown member |
/// | [`InvalidDefaultValue`](Self::InvalidDefaultValue) | A default value that isn't valid or can't be generated, with `default_values` | The property is `None` by default |
/// | [`InvalidAlternateKey`](Self::InvalidAlternateKey) | An alternate key without properties, or with a part that can't be a key property, with `alternate_keys` | The alternate key has no constructor |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// The type of a property isn't declared, or isn't an OData type. The property is generated as `Untyped`.
    UndeclaredType {
        /// The property.
        element: String,
        /// The qualified name of its type.
        name: String,
    },
    /// The type of a navigation property isn't declared, or is `Edm.EntityType`. The property is skipped.
    UndeclaredTarget {
        /// The navigation property.
        element: String,
        /// The qualified name of its type.
        name: String,
    },
    /// The type of a property is a collection of collections. The elements of the outer collection are `Untyped`.
    NestedCollection {
        /// The property.
        element: String,
    },
    /// The type of a navigation property isn't an entity type. It is generated as a structural property.
    NavigationToOtherType {
        /// The navigation property.
        element: String,
        /// The qualified name of its type.
        name: String,
    },
    /// A base type declares a property with the same name, perhaps with another type. The property is skipped.
    RedeclaredProperty {
        /// The property.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// A type declares two properties with the same name. The second is skipped.
    DuplicateProperty {
        /// The property.
        element: String,
    },
    /// The document declares two types with the same name. The second is skipped.
    DuplicateType {
        /// The type.
        element: String,
    },
    /// Two versions of a type declare a property with different types, and [versions are merged](crate::Generator::merge_versions). The
    /// property is generated as `Untyped`.
    ConflictingVersions {
        /// The property of the merged type.
        element: String,
        /// The newer version.
        version: String,
    },
    /// A name is empty, longer than 128 characters (CSDL 4.01, 15.2), or contains `@`, `/`, `#` or a control
    /// character. The element is skipped.
    InvalidName {
        /// The element.
        element: String,
        /// The reason why the name is invalid.
        reason: &'static str,
    },
    /// The base type isn't declared. The type is generated without a base type.
    UndeclaredBase {
        /// The type.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// An entity type derives from a complex type, or a complex type from an entity type. It is generated without a base type.
    BaseOfOtherKind {
        /// The type.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// A type derives from itself. It is generated without a base type.
    CircularBase {
        /// The type.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// A complex type has a key. The key is ignored.
    KeyOfComplexType {
        /// The type.
        element: String,
    },
    /// A type has a key although its base type has one. The key is ignored.
    RedeclaredKey {
        /// The type.
        element: String,
        /// The qualified name of the base type with the key.
        base: String,
    },
    /// A part of a key isn't a property of the type, or its value isn't a single primitive or enumeration value. The part is ignored.
    InvalidKeyProperty {
        /// The type, and the path of the property.
        element: String,
        /// The reason why the part is invalid.
        reason: &'static str,
    },
    /// An enumeration type has two members with the same name. The second is skipped.
    DuplicateMember {
        /// The member.
        element: String,
    },
    /// An enumeration type has two members with the same value. The second is read as an unknown member.
    DuplicateValue {
        /// The member.
        element: String,
        /// Its value.
        value: i64,
    },
    /// A member of a flags enumeration has a bit that no other member has alone. It is read as an unknown member.
    InvalidFlag {
        /// The member.
        element: String,
        /// Its value.
        value: i64,
    },
    /// The default value of a property can't be used by [`default_values`](super::Generator::default_values). The property is `None` by
    /// default.
    InvalidDefaultValue {
        /// The property.
        element: String,
        /// The default value.
        value: String,
        /// The reason why it can't be used.
        reason: &'static str,
    },
    /// An alternate key can't be used by [`alternate_keys`](super::Generator::alternate_keys). It has no constructor.
    InvalidAlternateKey {
        /// The type, and the path of the property.
        element: String,
        /// The reason why it can't be used.
        reason: &'static str,
    },
}

impl Warning {
    /// Returns the path of the element: the qualified name of a type. For a property or member, a slash and its name follow.
    #[must_use]
    pub fn element(&self) -> &str {
        match self {
            Self::UndeclaredType { element, .. }
            | Self::UndeclaredTarget { element, .. }
            | Self::NestedCollection { element }
            | Self::NavigationToOtherType { element, .. }
            | Self::RedeclaredProperty { element, .. }
            | Self::DuplicateProperty { element }
            | Self::DuplicateType { element }
            | Self::InvalidName { element, .. }
            | Self::UndeclaredBase { element, .. }
            | Self::BaseOfOtherKind { element, .. }
            | Self::CircularBase { element, .. }
            | Self::ConflictingVersions { element, .. }
            | Self::KeyOfComplexType { element }
            | Self::RedeclaredKey { element, .. }
            | Self::InvalidKeyProperty { element, .. }
            | Self::DuplicateMember { element }
            | Self::DuplicateValue { element, .. }
            | Self::InvalidFlag { element, .. }
            | Self::InvalidDefaultValue { element, .. }
            | Self::InvalidAlternateKey { element, .. } => element,
        }
    }

    /// Returns the qualified name of the element's type, or of the type that declares the element.
    pub(super) fn owner(&self) -> &str {
        let element = self.element();
        element.split_once('/').map_or(element, |(owner, _)| owner)
    }
}
