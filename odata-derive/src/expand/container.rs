//! Generation of the impls for an entity container.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Container, ContainerMember, Item};

pub(super) fn expand(item: &Item, container: &Container) -> TokenStream {
    let Some(service) = &container.service else { return TokenStream::new() };
    let (ident, vis) = (&item.ident, &item.vis);
    let qualified_name = &container.qualified_name;
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let fields = container.members.iter().map(|member| &member.ident);
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
                Self { #service, #(#fields: ::core::default::Default::default()),* }
            }

            #(#methods)*
        }
    }
}

/// Returns the `ContainerMember` expression of a member.
fn metadata(member: &ContainerMember) -> TokenStream {
    let (name, ty) = (&member.name.value, &member.ty);
    let kind = if member.operation.is_some() {
        quote!(<#ty>::KIND)
    } else {
        quote!(<#ty as __odata::ContainerField>::KIND)
    };
    quote!(__odata::ContainerMember::new(#name, #kind))
}

/// Returns the method of a member: the path of an entity set or a singleton, or the call of an import.
fn method(member: &ContainerMember, service: &syn::Ident) -> TokenStream {
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
                self.#ident.call(&self.#service, __operation)
            }
        };
    }
    let field = quote_spanned!(ty.span()=> <#ty as __odata::ContainerField>);
    quote! {
        #(#docs)*
        #[must_use]
        #vis fn #ident(&self) -> #field::Path {
            #field::path(&self.#ident, &self.#service, #name)
        }
    }
}
