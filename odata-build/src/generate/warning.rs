//! The warnings of the generator.

/// A warning of the generator about an invalid element of a document.
///
/// The `Display` output contains the element, the problem, and how the generator handled it: `` `clinic.ward/head`: the type `staff.person`
/// isn't declared in the document; the property is generated as `Untyped` ``. Sorting the output of several warnings groups them by type,
/// because the output starts with the qualified name of a type.
///
/// | Warning | Element | Result |
/// |---|---|---|
/// | [`UndeclaredType`](Self::UndeclaredType) | A property, parameter or result whose type isn't declared | The value is `Untyped`, or a collection of `Untyped` |
/// | [`UndeclaredTarget`](Self::UndeclaredTarget) | A navigation property to a type that isn't declared, or to `Edm.EntityType` | The property is skipped |
/// | [`NestedCollection`](Self::NestedCollection) | A collection of collections | The elements of the outer collection are `Untyped` |
/// | [`NavigationToOtherType`](Self::NavigationToOtherType) | A navigation property to a type that isn't an entity type | The property is a structural property |
/// | [`RedeclaredProperty`](Self::RedeclaredProperty) | A property that a base type also declares, with the same or another type | The property is skipped in the derived type |
/// | [`DuplicateProperty`](Self::DuplicateProperty) | A second property with the same name | The second property is skipped |
/// | [`DuplicateType`](Self::DuplicateType) | A second type with the same name | The second type is skipped |
/// | [`InvalidName`](Self::InvalidName) | A name that is empty, longer than 128 characters, or contains `@`, `/`, `#` or a control character | The element is skipped |
/// | [`UndeclaredBase`](Self::UndeclaredBase) | A base type that isn't declared | The type has no base type |
/// | [`BaseOfOtherKind`](Self::BaseOfOtherKind) | An entity type that derives from a complex type, or the reverse | The type has no base type |
/// | [`CircularBase`](Self::CircularBase) | A type that derives from itself | The type has no base type |
/// | [`KeyOfComplexType`](Self::KeyOfComplexType) | A key in a complex type | The key is ignored, and the key properties are generated as other properties |
/// | [`RedeclaredKey`](Self::RedeclaredKey) | A key in a type whose base type has a key | The key is ignored, and the key properties are generated as other properties |
/// | [`InvalidKeyProperty`](Self::InvalidKeyProperty) | A key property that the type doesn't have, or whose value isn't a single primitive or enumeration value | The key is generated without this property |
/// | [`ConflictingVersions`](Self::ConflictingVersions) | With the option `merge_versions`: a property that has different types in two versions of a type | The property is `Untyped` |
/// | [`DuplicateMember`](Self::DuplicateMember) | A second enumeration member with the same name | The second member is skipped |
/// | [`DuplicateValue`](Self::DuplicateValue) | An enumeration member with the same value as an earlier member | No variant is generated; a value with this member is read as an unknown member |
/// | [`InvalidFlag`](Self::InvalidFlag) | A member of a flags enumeration with a bit that no member represents | No variant is generated; a value with this member is read as an unknown member |
/// | [`InvalidDefaultValue`](Self::InvalidDefaultValue) | With the option `default_values`: a default value that is invalid or can't be written as a Rust expression | The property is `None` by default |
/// | [`InvalidAlternateKey`](Self::InvalidAlternateKey) | With the option `alternate_keys`: an alternate key without properties, or with a property that can't be a key property | No function is generated for the alternate key |
/// | [`InvalidOperation`](Self::InvalidOperation) | With the option `operations`: an action or function with an invalid parameter, or a function without a return type | The operation is skipped |
/// | [`OperationWithoutImport`](Self::OperationWithoutImport) | With the option `operations`: an unbound action or function without an import | The operation is skipped |
/// | [`InvalidContainerMember`](Self::InvalidContainerMember) | With the option `operations`: a member of an entity container whose entity type, action or function isn't declared | The member is skipped |
/// | [`InvalidBaseContainer`](Self::InvalidBaseContainer) | With the option `operations`: an extended entity container that isn't declared, or that extends itself | The members of the extended container are skipped |
/// | [`UnusedPreset`](Self::UnusedPreset) | A type in the options of a preset that the document doesn't declare | The option has no effect. This warning isn't an error with the option `strict` |
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// The type of a property, parameter or result isn't declared, or is an unknown `Edm` type such as `Edm.Strin`. The
    /// property, parameter or result with the undeclared type is generated as `Untyped`.
    UndeclaredType {
        /// The path of the property, parameter or result, such as `clinic.ward/head` or `clinic.close(clinic.ward)/$ReturnType`.
        element: String,
        /// The qualified name of the type.
        name: String,
    },
    /// A navigation property is skipped, because its type isn't declared or is `Edm.EntityType`.
    UndeclaredTarget {
        /// The path of the navigation property, such as `clinic.ward/head`.
        element: String,
        /// The qualified name of the navigation property's type.
        name: String,
    },
    /// The type of a property is a collection of collections. The elements of the outer collection are `Untyped`.
    NestedCollection {
        /// The path of the property, such as `clinic.ward/head`.
        element: String,
    },
    /// A navigation property is generated as a structural property, because its type isn't an entity type.
    NavigationToOtherType {
        /// The path of the navigation property, such as `clinic.ward/head`.
        element: String,
        /// The qualified name of the navigation property's type.
        name: String,
    },
    /// A property of a derived type is skipped, because a base type already declares the property.
    RedeclaredProperty {
        /// The path of the property in the derived type, such as `clinic.ward/head`.
        element: String,
        /// The qualified name of the base type that declares the property.
        base: String,
    },
    /// A type declares two properties with the same name, so the second property is skipped.
    DuplicateProperty {
        /// The path of the property, such as `clinic.ward/head`.
        element: String,
    },
    /// The document declares two types with the same name, so the second type is skipped.
    DuplicateType {
        /// The qualified name of the type.
        element: String,
    },
    /// A property is generated as `Untyped`, because it has different types in two versions of a type that the option
    /// [`merge_versions`](crate::Generator::merge_versions) merges.
    ConflictingVersions {
        /// The path of the property in the merged type, such as `Chassis.Chassis/Links`.
        element: String,
        /// The qualified name of the newer version of the type.
        version: String,
    },
    /// The name of a type, property or member is empty, longer than 128 characters (CSDL 4.01, 15.2), or contains `@`, `/`, `#` or a
    /// control character. The type, property or member with the invalid name is skipped.
    InvalidName {
        /// The path of the element with the invalid name.
        element: String,
        /// The reason why the name is invalid.
        reason: &'static str,
    },
    /// A type derives from a base type that isn't declared. The derived type is generated without a base type.
    UndeclaredBase {
        /// The qualified name of the derived type.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// An entity type derives from a complex type, or a complex type from an entity type. The derived type is generated without a base type.
    BaseOfOtherKind {
        /// The qualified name of the derived type.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// A type derives from itself, directly or indirectly. The type is generated without a base type.
    CircularBase {
        /// The qualified name of the type.
        element: String,
        /// The qualified name of the base type.
        base: String,
    },
    /// The key of a complex type is ignored, because only entity types can have a key.
    KeyOfComplexType {
        /// The qualified name of the complex type.
        element: String,
    },
    /// The key of a derived type is ignored, because a base type already has a key.
    RedeclaredKey {
        /// The qualified name of the derived type.
        element: String,
        /// The qualified name of the base type that has a key.
        base: String,
    },
    /// The key of an entity type contains an undeclared property, or a property that can't be a key, such as a collection. The key is
    /// generated without the invalid property.
    InvalidKeyProperty {
        /// The path of the key property, such as `clinic.ward/number`.
        element: String,
        /// The reason why the key property is invalid.
        reason: &'static str,
    },
    /// An enumeration type has two members with the same name, so the second member is skipped.
    DuplicateMember {
        /// The path of the member, such as `clinic.status/open`.
        element: String,
    },
    /// No variant is generated for an enumeration member, because an earlier member has the same value. In a response,
    /// the member without a variant is read as an unknown member.
    DuplicateValue {
        /// The path of the member, such as `clinic.status/open`.
        element: String,
        /// The value that the member shares with an earlier member.
        value: i64,
    },
    /// No variant is generated for a member of a flags enumeration, because its value combines bits that aren't all
    /// declared. For example, the value 5 (4 + 1) is invalid if the type doesn't have both a member with the value 4
    /// and a member with the value 1. In a response, the member without a variant is read as an unknown member.
    InvalidFlag {
        /// The path of the member, such as `clinic.status/open`.
        element: String,
        /// The invalid value of the member, such as 5.
        value: i64,
    },
    /// The generated `Default` implementation sets a property to `None`, because its default value is invalid or can't
    /// be written as a Rust expression. Default values are checked only with the option
    /// [`default_values`](super::Generator::default_values).
    InvalidDefaultValue {
        /// The path of the property, such as `clinic.ward/head`.
        element: String,
        /// The default value in the document.
        value: String,
        /// The reason why the default value can't be used.
        reason: &'static str,
    },
    /// No function is generated for an alternate key, because the key is invalid, for example because it has no
    /// properties. Alternate keys are checked only with the option
    /// [`alternate_keys`](super::Generator::alternate_keys).
    InvalidAlternateKey {
        /// The qualified name of the entity type, such as `clinic.patient`, or the path of the invalid property, such as
        /// `clinic.patient/ssn`.
        element: String,
        /// The reason why the alternate key can't be used.
        reason: &'static str,
    },
    /// No struct is generated for an action or a function, because the operation is invalid, for example because two of
    /// its parameters have the same name. Operations are checked only with the option
    /// [`operations`](super::Generator::operations).
    InvalidOperation {
        /// The qualified name of the operation and the types of its parameters, such as `clinic.close(clinic.ward)`.
        element: String,
        /// The reason why the operation is invalid.
        reason: &'static str,
    },
    /// No struct is generated for an unbound action or function, because the operation has no action import or function
    /// import. A client needs the name of an import for the URL (CSDL 4.01, 13.5 and 13.6). Operations are checked only
    /// with the option [`operations`](super::Generator::operations).
    OperationWithoutImport {
        /// The qualified name of the operation, such as `clinic.discharge`.
        element: String,
    },
    /// No field is generated for a member of an entity container, because the member is invalid, for example because it
    /// is an entity set with an undeclared entity type. Entity containers are checked only with the option
    /// [`operations`](super::Generator::operations).
    InvalidContainerMember {
        /// The path of the member, such as `clinic.service/wards`.
        element: String,
        /// The qualified name of the entity type, action or function that the member refers to.
        target: String,
        /// The reason why the member is invalid.
        reason: &'static str,
    },
    /// No fields are generated for the members of an extended entity container, because the extended container isn't
    /// declared or extends itself. Entity containers are checked only with the option
    /// [`operations`](super::Generator::operations).
    InvalidBaseContainer {
        /// The qualified name of the extending container, such as `clinic.service`.
        element: String,
        /// The qualified name of the extended container.
        base: String,
        /// The reason why the extended container is invalid.
        reason: &'static str,
    },
    /// An option of a preset, such as [`Configuration::graph`](crate::Configuration::graph), has a pattern that doesn't match any type
    /// of the document, because the document isn't the complete document of the service.
    UnusedPreset {
        /// The pattern or the name of the type in the option.
        element: String,
        /// The name of the preset, such as `graph`.
        preset: &'static str,
    },
}

impl Warning {
    /// Returns the path of the invalid element: the qualified name of a type, such as `clinic.ward`, or the path of a property or member,
    /// such as `clinic.ward/head`.
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
            | Self::InvalidAlternateKey { element, .. }
            | Self::InvalidOperation { element, .. }
            | Self::OperationWithoutImport { element }
            | Self::InvalidContainerMember { element, .. }
            | Self::InvalidBaseContainer { element, .. }
            | Self::UnusedPreset { element, .. } => element,
        }
    }

    /// Checks whether the warning is about an invalid element, which is an error with the option `strict`.
    pub(super) const fn is_about_element(&self) -> bool {
        !matches!(self, Self::UnusedPreset { .. })
    }

    /// Returns the qualified name of the type that the warning is about. For a warning about a property such as `clinic.ward/head`, returns
    /// the name of the type: `clinic.ward`.
    pub(super) fn owner(&self) -> &str {
        let element = self.element();
        element.split_once('/').map_or(element, |(owner, _)| owner)
    }
}
