//! Generation of the structs of entity containers.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Container;
use crate::document::{ContainerMember, ContainerMemberKind};
use crate::generate::documentation;
use crate::generate::naming::{RenameRule, Scope, identifier, pascal_case, snake_case, type_identifier};
use crate::generate::operations::Operation;
use crate::generate::plan::Plan;

/// A field in the generated struct of an entity container. Each field represents a member of the container, such as an
/// entity set. `operation` is the imported action or function, or `None` for an entity set or a singleton. If an
/// imported function has several overloads, the struct of the entity container has a field for each overload.
struct Field<'m> {
    ident: Ident,
    member: &'m ContainerMember<'m>,
    operation: Option<&'m Operation<'m>>,
}

/// Returns the struct of an entity container, with a field for each member.
pub(in crate::generate) fn item(plan: &Plan<'_>, container: &Container<'_>) -> TokenStream {
    let fields = fields(plan, container);
    let rule = RenameRule::of(&fields.iter().map(|field| (&field.ident, field.member.name)));
    let name = type_identifier(&container.name);
    let (namespace, odata_name) = (container.namespace, container.declaration.name.as_str());
    let renamed = (RenameRule::Pascal.apply(&name) != odata_name).then(|| quote!(, name = #odata_name));
    let rename_all = (rule == RenameRule::Pascal).then(|| quote!(, rename_all = "PascalCase"));
    let documentation = documentation::of_container(container);
    let members = fields.iter().map(|field| member(plan, container, field, rule));
    quote! {
        #documentation
        #[derive(Debug, Clone, ODataContainer)]
        #[odata(namespace = #namespace #renamed #rename_all)]
        pub struct #name {
            service: ::odata_core::request::Service,
            #(#members)*
        }
    }
}

/// Returns the fields for the members of a container. If an imported function has several overloads, each overload has a field:
/// `search` and `search_with_floor` for the structs `Find` and `FindWithFloor` of the function `find` and its import `search`.
fn fields<'m>(plan: &'m Plan<'_>, container: &'m Container<'_>) -> Vec<Field<'m>> {
    let mut scope = Scope::default();
    // The name of the field with the service, and of the function that creates the container.
    for reserved in ["service", "new"] {
        scope.add(reserved.to_owned(), "");
    }
    let mut fields = Vec::new();
    for member in &container.members {
        let operations: Vec<_> =
            plan.operations.iter().filter(|operation| operation.is_imported_by(member)).collect();
        let mut add = |name: &str, operation| {
            let ident = identifier(&scope.add(snake_case(name), "_"));
            fields.push(Field { ident, member, operation });
        };
        match operations.as_slice() {
            [] => add(member.name, None),
            [operation] => add(member.name, Some(*operation)),
            overloads => overloads
                .iter()
                .for_each(|operation| add(&name_of_overload(member.name, operation), Some(*operation))),
        }
    }
    fields
}

/// Returns the name of the field for an overload of an imported function. The name is the name of the struct, in which the name of the
/// function is replaced with the name of the import.
fn name_of_overload(import: &str, operation: &Operation<'_>) -> String {
    let parameters = operation.name.strip_prefix(&pascal_case(operation.simple_name()));
    parameters.map_or_else(|| operation.name.clone(), |parameters| pascal_case(import) + parameters)
}

fn member(plan: &Plan<'_>, container: &Container<'_>, field: &Field<'_>, rule: RenameRule) -> TokenStream {
    let Field { ident, member, operation } = field;
    let documentation = documentation::of_container_member(member, operation.map(|it| it.signature));
    // An operation can have several imports, but the struct of the operation has the name of the first import.
    let is_further_import = operation.is_some_and(|operation| operation.import != Some(member.name));
    let name = (is_further_import || rule.apply(ident) != member.name).then(|| {
        let name = member.name;
        quote!(#[odata(name = #name)])
    });
    let entity = |name| plan.value_path(container.namespace, name);
    let marker = match (member.kind, operation) {
        (ContainerMemberKind::EntitySet(name), _) => {
            let entity = entity(name);
            quote!(EntitySet<#entity>)
        }
        (ContainerMemberKind::Singleton { entity_type, is_nullable: false }, _) => {
            let entity = entity(entity_type);
            quote!(Singleton<#entity>)
        }
        (ContainerMemberKind::Singleton { entity_type, .. }, _) => {
            let entity = entity(entity_type);
            quote!(Singleton<Option<#entity>>)
        }
        (_, Some(operation)) => {
            let operation = plan.operation_path(container.namespace, operation);
            quote!(Import<#operation>)
        }
        // An import is part of the model only if its operation is.
        (_, None) => return TokenStream::new(),
    };
    quote!(#documentation #name pub #ident: ::odata_core::request::#marker,)
}
