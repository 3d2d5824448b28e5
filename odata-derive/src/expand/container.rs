//! Generation of the impls for an entity container.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Type};

use crate::model::{Container, ContainerMember, Item};

pub(super) fn expand(item: &Item, container: &Container) -> TokenStream {
    let Some(service) = &container.service else { return TokenStream::new() };
    let fields = container.members.iter().map(|member| &member.ident);
    let fields = quote!(Self { #service, #(#fields: ::core::default::Default::default()),* });
    impls(item, container, service, &fields)
}

/// Generates stub impls for an invalid entity container. The stub impls avoid further compiler errors in code that uses
/// the invalid container. The generated function `new` panics instead of creating the struct, because the values of
/// invalid fields are unknown.
pub(super) fn stub(item: &Item, container: &Container) -> TokenStream {
    let Some(service) = &container.service else { return TokenStream::new() };
    impls(
        item,
        container,
        service,
        &quote!({
            let _ = #service;
            ::core::unreachable!("an item with errors never compiles")
        }),
    )
}

fn impls(item: &Item, container: &Container, service: &Ident, created: &TokenStream) -> TokenStream {
    let (ident, vis) = (&item.ident, &item.vis);
    let qualified_name = &container.qualified_name;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let members = container.members.iter().map(metadata);
    let methods = container.members.iter().map(|member| method(member, service));
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::ODataContainer for #ident #ty_generics #where_clause {
            const METADATA: &'static __odata::Container = &__odata::Container::new(#qualified_name, &[#(#members),*]);
        }

        #[automatically_derived]
        impl #impl_generics __odata::Deref for #ident #ty_generics #where_clause {
            type Target = __odata::Service;

            #[inline]
            fn deref(&self) -> &__odata::Service {
                &self.#service
            }
        }

        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #ty_generics #where_clause {
            /// Creates the entity container of a service.
            #[must_use]
            #vis fn new(#service: __odata::Service) -> Self {
                #created
            }

            #(#methods)*
        }
    }
}

/// Returns the expression `ContainerMember::new(…)`, which creates the metadata of a container member.
fn metadata(member: &ContainerMember) -> TokenStream {
    let (name, ty) = (&member.name.value, &member.ty);
    let kind = if member.operation.is_some() { quote!(<#ty>::KIND) } else { container_item(ty, "KIND") };
    quote!(__odata::ContainerMember::new(#name, #kind))
}

/// Generates the method of the container for one of its members, such as `service.users()` for the entity set `users`.
/// For an entity set or a singleton, the generated method returns the path of the resource. For an action or function
/// import, the generated method returns the request that calls the action or function.
fn method(member: &ContainerMember, service: &Ident) -> TokenStream {
    let ContainerMember { ident, vis, docs, ty, name, operation } = member;
    let name = &name.value;
    if let Some(operation) = operation {
        let result = quote!(<#operation as __odata::ODataOperation>::Result);
        return quote! {
            #(#docs)*
            #vis fn #ident(
                &self,
                __operation: &#operation,
            ) -> __odata::Request<<#result as __odata::OperationResult>::Response> {
                self.#ident.call(&self.#service, #name, __operation)
            }
        };
    }
    let [result, path] = ["Path", "path"].map(|item| container_item(ty, item));
    quote! {
        #(#docs)*
        #[must_use]
        #vis fn #ident(&self) -> #result {
            #path(&self.#ident, &self.#service, #name)
        }
    }
}

/// Returns a path such as `<EntitySet<User> as ContainerField>::KIND`, with the span of the field's type. If the type
/// of the field doesn't implement `ContainerField`, such as `EntitySet<String>`, the compiler reports a single error at
/// the type.
fn container_item(ty: &Type, item: &str) -> TokenStream {
    let (span, item) = (ty.span(), Ident::new(item, ty.span()));
    quote_spanned!(span=> <#ty as __odata::ContainerField>::#item)
}
