//! Identifiers and the names of types.

use super::cursor::{Cursor, Parsed};

fn is_start(character: char) -> bool {
    character.is_alphabetic() || character == '_'
}

/// Checks whether a character can be a part of an identifier. `-` isn't in the ABNF, but some services have property
/// names that contain it.
pub(super) fn is_part(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-')
}

impl Cursor<'_> {
    /// Parses an identifier (rule `odataIdentifier`).
    pub(super) fn identifier(&mut self) -> Parsed<String> {
        if !self.peek().is_some_and(is_start) {
            return self.fail("an identifier");
        }
        Ok(self.take_while(is_part).to_owned())
    }

    /// Parses an identifier that may have a namespace.
    pub(super) fn qualified_name(&mut self) -> Parsed<String> {
        let mut name = self.identifier()?;
        while self.rest().strip_prefix('.').is_some_and(|rest| rest.starts_with(is_start)) {
            self.advance(1);
            name.push('.');
            name += &self.identifier()?;
        }
        Ok(name)
    }

    /// Parses the name of a property, a type or an annotation.
    pub(super) fn segment_name(&mut self) -> Parsed<String> {
        if !self.eat("@") {
            return self.qualified_name();
        }
        let mut name = format!("@{}", self.qualified_name()?);
        if self.eat("#") {
            name.push('#');
            name += &self.identifier()?;
        }
        Ok(name)
    }

    /// Parses the name of a type, or of a collection of a type (rule `optionallyQualifiedTypeName`).
    pub(super) fn type_name(&mut self) -> Parsed<String> {
        if self.eat("Collection(") {
            let name = self.qualified_name()?;
            self.expect(")")?;
            return Ok(format!("Collection({name})"));
        }
        self.qualified_name()
    }
}
