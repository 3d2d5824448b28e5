//! Removal and replacement of invalid properties and keys in an entity or complex type.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Warning;
use super::declared::{Declared, TypeCategory};
use crate::document::{Property, PropertyRef, StructuredKind, StructuredType};
use crate::generate::name_rules::{invalid_reason, is_simple_identifier};

const UNTYPED: &str = "Edm.Untyped";

impl<'d> Declared<'d> {
    /// Returns a copy of an entity or complex type in which invalid parts are removed or replaced, or `None` if the
    /// type is valid. For example, a property with a duplicate name is removed, and a property with an undeclared type
    /// has the type `Edm.Untyped`. A warning is added for each invalid property and key property. An invalid base type
    /// causes no warning here, because [`Declared::of`] has already added the warning.
    pub(super) fn repaired(
        &self,
        structured: &'d StructuredType,
        warnings: &mut Vec<Warning>,
    ) -> Option<StructuredType> {
        let before = warnings.len();
        let base = self.bases.get(&*structured.qualified_name).map(|base| (*base).to_owned());
        let mut names = HashSet::new();
        let mut properties = Vec::new();
        for property in &structured.properties {
            let invalid = self.reason_to_skip(structured, property, &names);
            names.insert(property.name.as_str());
            match invalid {
                Some(warning) => warnings.push(warning),
                None => properties.push(self.property(structured, property, warnings)),
            }
        }
        let key = self.key(structured, &properties, warnings);
        let is_changed = warnings.len() > before || base != structured.base;
        is_changed.then(|| {
            let properties = properties.into_iter().map(Cow::into_owned).collect();
            StructuredType { base, key, properties, ..structured.clone() }
        })
    }

    fn reason_to_skip(
        &self,
        structured: &'d StructuredType,
        property: &Property,
        names: &HashSet<&str>,
    ) -> Option<Warning> {
        if let Some(reason) = invalid_reason(&property.name) {
            return Some(Warning::InvalidName { element: element_of(structured, property), reason });
        }
        if names.contains(property.name.as_str()) {
            return Some(Warning::DuplicateProperty { element: element_of(structured, property) });
        }
        let declares = |base: &&StructuredType| base.properties.iter().any(|one| one.name == property.name);
        if let Some(base) = self.bases_of(&structured.qualified_name).find(declares) {
            return Some(Warning::RedeclaredProperty {
                element: element_of(structured, property),
                base: base.qualified_name.clone(),
            });
        }
        let name = &property.value_type.name;
        let is_skipped = property.is_navigation
            && self.follows_navigation
            && !name.starts_with("Collection(")
            && matches!(self.category_of(name), TypeCategory::Undeclared | TypeCategory::Untyped);
        is_skipped.then(|| Warning::UndeclaredTarget {
            element: element_of(structured, property),
            name: name.clone(),
        })
    }

    /// If the type of the property is invalid, returns a copy of the property with the type `Edm.Untyped`. A navigation property to a type
    /// that isn't an entity type becomes a structural property.
    fn property(
        &self,
        structured: &StructuredType,
        property: &'d Property,
        warnings: &mut Vec<Warning>,
    ) -> Cow<'d, Property> {
        let name = &property.value_type.name;
        let element = || element_of(structured, property);
        let untyped = || {
            let mut property = property.clone();
            UNTYPED.clone_into(&mut property.value_type.name);
            property.is_navigation = false;
            Cow::Owned(property)
        };
        if name.starts_with("Collection(") {
            warnings.push(Warning::NestedCollection { element: element() });
            return untyped();
        }
        match (self.category_of(name), property.is_navigation) {
            (TypeCategory::Undeclared, false) => {
                let name = self.underlying(name).to_owned();
                warnings.push(Warning::UndeclaredType { element: element(), name });
                untyped()
            }
            (TypeCategory::Primitive | TypeCategory::Structured(StructuredKind::Complex), true) => {
                warnings.push(Warning::NavigationToOtherType { element: element(), name: name.clone() });
                Cow::Owned(Property { is_navigation: false, ..property.clone() })
            }
            _ => Cow::Borrowed(property),
        }
    }

    /// Returns the key of the type without its invalid key properties, and adds a warning about each invalid key property. `properties`
    /// contains the valid properties of the type.
    fn key(
        &self,
        structured: &'d StructuredType,
        properties: &[Cow<'d, Property>],
        warnings: &mut Vec<Warning>,
    ) -> Vec<PropertyRef> {
        let element = structured.qualified_name.clone();
        if structured.key.is_empty() {
            return Vec::new();
        }
        if structured.kind == StructuredKind::Complex {
            warnings.push(Warning::KeyOfComplexType { element });
            return Vec::new();
        }
        if let Some(base) = self.bases_of(&structured.qualified_name).find(|base| !base.key.is_empty()) {
            warnings.push(Warning::RedeclaredKey { element, base: base.qualified_name.clone() });
            return Vec::new();
        }
        let mut key = structured.key.clone();
        let is_own = |path: &str| properties.iter().any(|property| property.name == path);
        key.retain(|part| match self.invalid_key_reason(structured, part, is_own(&part.name)) {
            None => true,
            Some(reason) => {
                let element = format!("{element}/{}", part.name);
                warnings.push(Warning::InvalidKeyProperty { element, reason });
                false
            }
        });
        key
    }

    /// Returns the reason why a key property is invalid, or `None` if it is valid. A key refers to a property by its name, or by a path such
    /// as `Info/ID`.
    fn invalid_key_reason(
        &self,
        structured: &'d StructuredType,
        part: &PropertyRef,
        is_own: bool,
    ) -> Option<&'static str> {
        let path = part.name.as_str();
        if !is_own && path.contains('/') && part.alias.is_none() {
            return Some("a key property with a path such as `info/number` needs an alias");
        }
        if !is_own && !is_simple_identifier(part.alias.as_ref().unwrap_or(&part.name)) {
            return Some("the alias of a key property must be an identifier");
        }
        let named = |owner: &'d StructuredType, name: &str| {
            core::iter::once(owner)
                .chain(self.bases_of(&owner.qualified_name))
                .flat_map(|one| &one.properties)
                .find(|property| property.name == name)
                .filter(|property| invalid_reason(&property.name).is_none())
        };
        let (mut owner, mut segments) = (structured, path.split('/').peekable());
        while let Some(segment) = segments.next() {
            let Some(property) = named(owner, segment) else {
                return Some("the entity type doesn't have this property");
            };
            let is_last = segments.peek().is_none();
            match self.category_of(&property.value_type.name) {
                _ if property.value_type.is_collection => {
                    return Some("a key property can't be a collection");
                }
                TypeCategory::Primitive | TypeCategory::Replaced if is_last => return None,
                TypeCategory::Structured(_) if !is_last => {
                    owner = self.structured(&property.value_type.name)?;
                }
                _ if !is_last => return Some("only a complex type has properties that can be part of a key"),
                _ => return Some("a key property must have a primitive type or an enumeration type"),
            }
        }
        None
    }
}

/// Returns the path that identifies a property in warnings, such as `clinic.ward/head`.
fn element_of(structured: &StructuredType, property: &Property) -> String {
    format!("{}/{}", structured.qualified_name, property.name)
}
