//! Methods that change the references to types in a document, such as the type names of properties.

use super::{Action, Document, Schema, StructuredType};

impl Document {
    /// Calls `change` once for each reference to a type in the document, such as the type name of a property. `change` isn't called for the
    /// name in a type declaration such as `<EntityType Name="ward">`.
    pub(crate) fn for_each_type_name(&mut self, change: &impl Fn(&mut String)) {
        self.schemas.iter_mut().for_each(|schema| schema.for_each_type_name(change));
    }
}

impl Schema {
    fn for_each_type_name(&mut self, change: &impl Fn(&mut String)) {
        self.structured_types.iter_mut().for_each(|structured| structured.for_each_type_name(change));
        let functions = self.functions.iter_mut().map(|function| &mut function.signature);
        self.actions.iter_mut().chain(functions).for_each(|action| action.for_each_type_name(change));
        for term in &mut self.terms {
            change(&mut term.definition.value_type.name);
            term.base.iter_mut().for_each(change);
        }
        self.type_definitions.iter_mut().for_each(|definition| change(&mut definition.underlying_type));
        if let Some(container) = &mut self.container {
            container.entity_types_mut().for_each(change);
        }
    }
}

impl StructuredType {
    /// Calls `change` once for the name of the base type, and once for the type name of each property.
    pub(crate) fn for_each_type_name(&mut self, change: &impl Fn(&mut String)) {
        self.base.iter_mut().for_each(change);
        self.properties.iter_mut().for_each(|property| change(&mut property.value_type.name));
    }
}

impl Action {
    fn for_each_type_name(&mut self, change: &impl Fn(&mut String)) {
        let described = self.parameters.iter_mut().chain(&mut self.return_type);
        described.for_each(|described| change(&mut described.value_type.name));
    }
}
