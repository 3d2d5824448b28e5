//! The messages of warnings.

use core::fmt;

use super::Warning;

impl Warning {
    fn fmt_property(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UndeclaredType { name, element } => {
                let kind = match element.rsplit_once('/') {
                    Some((operation, "$ReturnType")) if operation.ends_with(')') => "result",
                    Some((operation, _)) if operation.ends_with(')') => "parameter",
                    _ => "property",
                };
                if name.starts_with("Edm.") {
                    write!(f, "`{name}` isn't an OData type; the {kind} is generated as `Untyped`")
                } else {
                    write!(
                        f,
                        "the type `{name}` isn't declared in the document; the {kind} is generated as `Untyped`"
                    )
                }
            }
            Self::UndeclaredTarget { name, .. } if name.starts_with("Edm.") => {
                write!(f, "`{name}` isn't an entity type of the document; the navigation property is skipped")
            }
            Self::UndeclaredTarget { name, .. } => write!(
                f,
                "the type `{name}` isn't declared in the document; the navigation property is skipped"
            ),
            Self::NestedCollection { .. } => f.write_str(
                "a collection of collections isn't valid; the elements of the outer collection are generated as `Untyped`",
            ),
            Self::NavigationToOtherType { name, .. } => write!(
                f,
                "`{name}` isn't an entity type; the navigation property is generated as a structural property"
            ),
            Self::RedeclaredProperty { base, .. } => {
                write!(
                    f,
                    "the base type `{base}` already declares this property; the property of the derived type is skipped"
                )
            }
            _ => f.write_str("duplicate property name; the second property is skipped"),
        }
    }

    fn fmt_type(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UndeclaredBase { base, .. } => write!(
                f,
                "the base type `{base}` isn't declared in the document; the type is generated without a base type"
            ),
            Self::BaseOfOtherKind { base, .. } => write!(
                f,
                "an entity type and a complex type can't derive from each other; the type is generated without the base type `{base}`"
            ),
            Self::CircularBase { base, .. } => {
                write!(
                    f,
                    "a type can't derive from itself; the type is generated without the base type `{base}`"
                )
            }
            Self::KeyOfComplexType { .. } => {
                f.write_str("a complex type can't have a key; the key is ignored")
            }
            Self::RedeclaredKey { base, .. } => {
                write!(f, "the base type `{base}` already has a key; the key of the derived type is ignored")
            }
            Self::InvalidKeyProperty { reason, .. } => {
                write!(f, "{reason}; the key is generated without this property")
            }
            _ => f.write_str("duplicate type name; the second type is skipped"),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: ", self.element())?;
        match self {
            Self::ConflictingVersions { version, .. } => write!(
                f,
                "the version `{version}` declares the property with a different type; the property is generated as `Untyped`"
            ),
            Self::InvalidName { reason, .. } => write!(f, "the name {reason}; the element is skipped"),
            Self::DuplicateMember { .. } => {
                f.write_str("duplicate member name; the second member is skipped")
            }
            Self::DuplicateValue { value, .. } => {
                write!(
                    f,
                    "an earlier member already has the value {value}; this member is read as an unknown member"
                )
            }
            Self::InvalidFlag { value, .. } => {
                write!(
                    f,
                    "the value {value} has a bit that no member represents; this member is read as an unknown member"
                )
            }
            Self::InvalidDefaultValue { value, reason, .. } => {
                write!(f, "the default value `{value}` {reason}; the property is `None` by default")
            }
            Self::InvalidAlternateKey { reason, .. } => write!(f, "{reason}; the alternate key is skipped"),
            Self::InvalidOperation { reason, .. } => write!(f, "{reason}; the operation is skipped"),
            Self::OperationWithoutImport { .. } => f.write_str(
                "the unbound operation has no import, so clients can't call it; the operation is skipped",
            ),
            Self::InvalidContainerMember { target, reason, .. } => {
                write!(f, "`{target}` {reason}; the member of the entity container is skipped")
            }
            Self::InvalidBaseContainer { base, reason, .. } => {
                write!(f, "the entity container `{base}` {reason}; its members are skipped")
            }
            Self::UnusedPreset { preset, .. } => write!(
                f,
                "no type of the document matches this pattern of the preset `{preset}`, which is for the complete `$metadata` document; \
                 the option is ignored"
            ),
            Self::UndeclaredType { .. }
            | Self::UndeclaredTarget { .. }
            | Self::NestedCollection { .. }
            | Self::NavigationToOtherType { .. }
            | Self::RedeclaredProperty { .. }
            | Self::DuplicateProperty { .. } => self.fmt_property(f),
            _ => self.fmt_type(f),
        }
    }
}
