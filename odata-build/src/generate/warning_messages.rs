//! The messages of warnings.

use core::fmt;

use super::Warning;

impl Warning {
    fn fmt_property(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UndeclaredType { name, .. } if name.starts_with("Edm.") => {
                write!(f, "`{name}` isn't a type of OData; the property is generated as `Untyped`")
            }
            Self::UndeclaredType { name, .. } => write!(
                f,
                "the type `{name}` isn't declared in the document; the property is generated as `Untyped`"
            ),
            Self::UndeclaredTarget { name, .. } if name.starts_with("Edm.") => {
                write!(f, "`{name}` isn't an entity type of the document; the navigation property is skipped")
            }
            Self::UndeclaredTarget { name, .. } => write!(
                f,
                "the type `{name}` isn't declared in the document; the navigation property is skipped"
            ),
            Self::NestedCollection { .. } => f.write_str(
                "a collection of collections isn't valid; its elements are generated as `Untyped`",
            ),
            Self::NavigationToOtherType { name, .. } => write!(
                f,
                "`{name}` isn't an entity type; the navigation property is generated as a structural property"
            ),
            Self::RedeclaredProperty { base, .. } => {
                write!(
                    f,
                    "the base type `{base}` declares a property with this name; the property is skipped"
                )
            }
            _ => {
                f.write_str("the type declares a property with this name already; the second one is skipped")
            }
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
                "an entity type can't derive from a complex type, nor a complex type from an entity type; the type is generated without \
                 the base type `{base}`"
            ),
            Self::CircularBase { base, .. } => {
                write!(
                    f,
                    "the type derives from itself; the type is generated without the base type `{base}`"
                )
            }
            Self::KeyOfComplexType { .. } => {
                f.write_str("a complex type can't have a key; the key is ignored")
            }
            Self::RedeclaredKey { base, .. } => {
                write!(f, "the base type `{base}` has a key already; the key of the derived type is ignored")
            }
            Self::InvalidKeyProperty { reason, .. } => write!(f, "{reason}; the key is generated without it"),
            _ => {
                f.write_str("the document declares a type with this name already; the second one is skipped")
            }
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: ", self.element())?;
        match self {
            Self::ConflictingVersions { version, .. } => write!(
                f,
                "the version `{version}` declares the property with another type; the property is generated as `Untyped`"
            ),
            Self::InvalidName { reason, .. } => write!(f, "the name {reason}; the element is skipped"),
            Self::DuplicateMember { .. } => f.write_str(
                "the enumeration type has a member with this name already; the second one is skipped",
            ),
            Self::DuplicateValue { value, .. } => {
                write!(f, "another member has the value {value}; the member is read as an unknown member")
            }
            Self::InvalidFlag { value, .. } => {
                write!(f, "{value} has a bit that no member names; the member is read as an unknown member")
            }
            Self::InvalidDefaultValue { value, reason, .. } => {
                write!(f, "the default value `{value}` {reason}; the property is `None` by default")
            }
            Self::InvalidAlternateKey { reason, .. } => write!(f, "{reason}; the alternate key is skipped"),
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
