//! A struct: its table of properties, its partial, and the glue between its fields and the runtime.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Type};

use super::bounds::{self, Bounds};
use super::{inheritance, input_lifetime, marker, metadata, serde, with};
use crate::model::{Absent, Item, Property, Structure};

pub(super) fn expand(item: &Item, structure: &Structure) -> TokenStream {
    let bounds = Bounds::new(&item.ident, &item.generics);
    let generics = StructGenerics {
        declared: &item.generics,
        writing: bounds.for_value(bounded_types(
            structure,
            &bounds::value(),
            &quote!(__odata::private::Structured),
        )),
        reading: {
            let input = input_lifetime();
            let base = quote!(__odata::private::ReadStructured<#input>);
            bounds.for_reading(bounded_types(structure, &bounds::read_value(), &base))
        },
    };
    [
        description(item, structure, &generics),
        with::expand(structure, &item.generics),
        partial(item, structure, &generics),
        structured(item, structure, &generics),
        read_structured(item, structure, &generics),
        variant(item, &generics),
        upwards(item, structure, &generics),
        bridge(item, &generics),
    ]
    .into_iter()
    .collect()
}

/// The parameters of the three kinds of impl.
struct StructGenerics<'i> {
    declared: &'i Generics,
    writing: Generics,
    reading: Generics,
}

/// The types of the fields whose impls an impl for the struct rests on, each with the trait in question.
fn bounded_types<'s>(
    structure: &'s Structure,
    property: &TokenStream,
    base: &TokenStream,
) -> impl Iterator<Item = (&'s Type, TokenStream)> {
    let base = structure.base.iter().map({
        let base = base.clone();
        move |role| (&role.ty, base.clone())
    });
    let property = property.clone();
    let plain = structure.properties.iter().filter(|property| property.with.is_none());
    base.chain(plain.map(move |plain| (&plain.ty, property.clone())))
}

/// The metadata, and the traits that users see.
fn description(item: &Item, structure: &Structure, generics: &StructGenerics<'_>) -> TokenStream {
    let (ident, marker) = (&item.ident, marker(item.derive));
    let metadata = metadata::structured(item.derive, structure);
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics __odata::ODataStructured for #ident #ty_generics #where_clause {
            const METADATA: &'static __odata::private::StructuredType = #metadata;
        }

        #[automatically_derived]
        impl #impl_generics __odata::#marker for #ident #ty_generics #where_clause {}
    }
}

/// The properties read so far. A field is `None` until its property comes.
fn partial(item: &Item, structure: &Structure, generics: &StructGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let base = structure.base.iter().map(|base| {
        let (ident, ty) = (&base.ident, &base.ty);
        quote!(#ident: <#ty as __odata::private::Structured>::Partial,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let (ident, ty) = (&extra.ident, &extra.ty);
        quote!(#ident: #ty,)
    });
    let properties = structure.properties.iter().map(|property| {
        let Property { ident, ty, .. } = property;
        quote!(#ident: ::core::option::Option<#ty>,)
    });
    let marker =
        has_parameters(generics).then(|| quote!(__type: ::core::marker::PhantomData<#ident #ty_generics>,));
    quote! {
        #[doc(hidden)]
        pub struct __Partial #impl_generics #where_clause {
            #(#base)*
            #(#properties)*
            #(#extra)*
            #marker
        }
    }
}

fn has_parameters(generics: &StructGenerics<'_>) -> bool {
    !generics.declared.params.is_empty()
}

/// Everything but reading.
fn structured(item: &Item, structure: &Structure, generics: &StructGenerics<'_>) -> TokenStream {
    let ident = &item.ident;
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let base = structure.base.as_ref().map(|base| &base.ident);
    let base_partial = structure.base.as_ref().map(|base| {
        let ty = &base.ty;
        quote!(<#ty as __odata::private::Structured>::partial())
    });
    let partial = new_partial(structure, generics, base_partial.as_ref());
    let base_type = structure.base.as_ref().map(|base| &base.ty);
    let partial_extra = match (&structure.extra, &structure.base) {
        (Some(extra), _) => {
            let extra = &extra.ident;
            quote!(::core::option::Option::Some(&mut partial.#extra))
        }
        (None, Some(_)) => {
            quote!(<#base_type as __odata::private::Structured>::partial_extra(&mut partial.#base))
        }
        (None, None) => quote!(::core::option::Option::None),
    };
    let extra = match (&structure.extra, &structure.base) {
        (Some(extra), _) => {
            let extra = &extra.ident;
            quote!(::core::option::Option::Some(&self.#extra))
        }
        (None, Some(_)) => quote!(<#base_type as __odata::private::Structured>::extra(&self.#base)),
        (None, None) => quote!(::core::option::Option::None),
    };
    let finish = finish(structure);
    let write_properties = write_properties(structure);
    quote! {
        #[automatically_derived]
        #[allow(unused_variables)]
        impl #impl_generics __odata::private::Structured for #ident #ty_generics #where_clause {
            type Partial = __Partial #ty_generics;

            fn partial() -> Self::Partial {
                #partial
            }

            fn partial_extra(partial: &mut Self::Partial) -> ::core::option::Option<&mut __odata::Extra> {
                #partial_extra
            }

            fn finish(
                partial: Self::Partial,
            ) -> ::core::result::Result<Self, __odata::private::MissingProperty> {
                #finish
            }

            fn extra(&self) -> ::core::option::Option<&__odata::Extra> {
                #extra
            }

            fn write_properties<__M: __odata::private::SerializeMap>(
                &self,
                writer: &mut __odata::private::PropertyWriter<'_, __M>,
            ) -> ::core::result::Result<(), __M::Error> {
                #write_properties
            }
        }
    }
}

/// The expression of a partial without own properties.
fn new_partial(
    structure: &Structure,
    generics: &StructGenerics<'_>,
    base_partial: Option<&TokenStream>,
) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let ident = &base.ident;
        quote!(#ident: #base_partial,)
    });
    let properties = structure.properties.iter().map(|property| {
        let ident = &property.ident;
        quote!(#ident: ::core::option::Option::None,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(#ident: __odata::Extra::new(),)
    });
    let marker = has_parameters(generics).then(|| quote!(__type: ::core::marker::PhantomData,));
    quote!(__Partial { #(#base)* #(#properties)* #(#extra)* #marker })
}

/// The value of what was read.
fn finish(structure: &Structure) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let (ident, ty) = (&base.ident, &base.ty);
        quote!(#ident: <#ty as __odata::private::Structured>::finish(partial.#ident)?,)
    });
    let properties = structure.properties.iter().map(|property| {
        let Property { ident, name, .. } = property;
        let name = &name.value;
        let value = match (&property.absent, &property.with) {
            (Absent::ByType, None) => quote!(__odata::private::finish_property(partial.#ident, #name)?),
            (Absent::ByType, Some(_)) => quote!(__odata::private::finish_required(partial.#ident, #name)?),
            (Absent::Default, _) => quote!(::core::option::Option::unwrap_or_default(partial.#ident)),
            (Absent::Function(function), _) => {
                quote!(::core::option::Option::unwrap_or_else(partial.#ident, #function))
            }
        };
        quote!(#ident: #value,)
    });
    let extra = structure.extra.iter().map(|extra| {
        let ident = &extra.ident;
        quote!(#ident: partial.#ident,)
    });
    let skipped = structure.skipped.iter().map(|ident| quote!(#ident: ::core::default::Default::default(),));
    quote!(::core::result::Result::Ok(Self { #(#base)* #(#properties)* #(#extra)* #(#skipped)* }))
}

fn write_properties(structure: &Structure) -> TokenStream {
    let base = structure.base.iter().map(|base| {
        let (ident, ty) = (&base.ident, &base.ty);
        quote!(<#ty as __odata::private::Structured>::write_properties(&self.#ident, writer)?;)
    });
    let properties = structure.properties.iter().map(|property| {
        let Property { ident, ty, name, .. } = property;
        let name = &name.value;
        if property.with.is_some() {
            let with = with::ident(property);
            quote!(writer.property_with::<#with, #ty>(#name, &self.#ident)?;)
        } else {
            quote!(writer.property(#name, &self.#ident)?;)
        }
    });
    quote! {
        #(#base)*
        #(#properties)*
        ::core::result::Result::Ok(())
    }
}

/// From a slot to a field.
fn read_structured(item: &Item, structure: &Structure, generics: &StructGenerics<'_>) -> TokenStream {
    let (ident, input) = (&item.ident, input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.reading.split_for_impl();
    let arms = structure.properties.iter().enumerate().map(|(position, property)| {
        let (ident, ty) = (&property.ident, &property.ty);
        if property.with.is_some() {
            let with = with::ident(property);
            quote!(#position => __odata::private::read_property_with::<#with, #ty, __A>(&mut partial.#ident, map),)
        } else {
            quote!(#position => __odata::private::read_property(&mut partial.#ident, map),)
        }
    });
    let (position, otherwise) = match &structure.base {
        Some(base) => {
            let (ident, ty) = (&base.ident, &base.ty);
            (
                quote!(slot.wrapping_sub(<#ty as __odata::private::Structured>::PROPERTY_COUNT)),
                quote! {
                    <#ty as __odata::private::ReadStructured<#input>>::read_property(&mut partial.#ident, slot, map)
                },
            )
        }
        None => (quote!(slot), quote!(__odata::private::skip_property(map))),
    };
    let body = if structure.properties.is_empty() {
        otherwise
    } else {
        quote!(match #position { #(#arms)* _ => #otherwise, })
    };
    quote! {
        #[automatically_derived]
        #[allow(unused_variables)]
        impl #impl_generics __odata::private::ReadStructured<#input> for #ident #ty_generics #where_clause {
            fn read_property<__A: __odata::private::MapAccess<#input>>(
                partial: &mut Self::Partial,
                slot: usize,
                map: &mut __A,
            ) -> ::core::result::Result<(), __A::Error> {
                #body
            }
        }
    }
}

/// The struct as a variant of a polymorphic value.
fn variant(item: &Item, generics: &StructGenerics<'_>) -> TokenStream {
    let (ident, input) = (&item.ident, input_lifetime());
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (write_generics, _, write_where) = generics.writing.split_for_impl();
    let (read_generics, _, read_where) = generics.reading.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #write_generics __odata::private::Variant for #ident #ty_generics #write_where {
            type Declared = Self;

            const TYPES: __odata::private::TypeSet =
                __odata::private::TypeSet::One(<Self as __odata::ODataStructured>::METADATA);
        }

        #[automatically_derived]
        impl #read_generics __odata::private::ReadVariant<#input> for #ident #ty_generics #read_where {
            fn read_rest<__A: __odata::private::MapAccess<#input>>(
                _position: usize,
                partial: <Self as __odata::private::Structured>::Partial,
                reading: __odata::private::Reading,
                map: __A,
            ) -> ::core::result::Result<Self, __A::Error> {
                __odata::private::read_struct(partial, reading, map)
            }
        }
    }
}

/// The way to the base type, for values and for partials.
fn upwards(item: &Item, structure: &Structure, generics: &StructGenerics<'_>) -> TokenStream {
    let Some(base) = &structure.base else { return TokenStream::new() };
    let (ident, base_ident, ty) = (&item.ident, &base.ident, &base.ty);
    let for_values = inheritance::upwards(
        ident,
        (generics.declared, &generics.writing),
        &quote!(#ty),
        [&quote!(&self.#base_ident), &quote!(&mut self.#base_ident), &quote!(self.#base_ident)],
    );
    let (_, ty_generics, _) = generics.declared.split_for_impl();
    let (impl_generics, _, where_clause) = generics.writing.split_for_impl();
    let partial = new_partial(structure, generics, Some(&quote!(base)));
    quote! {
        #for_values

        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ident #ty_generics> for #ty #where_clause {
            fn from(derived: #ident #ty_generics) -> Self {
                derived.#base_ident
            }
        }

        #[automatically_derived]
        impl #impl_generics __odata::private::StructuredDerived for #ident #ty_generics #where_clause {
            type BaseType = #ty;

            fn partial_on(base: <#ty as __odata::private::Structured>::Partial) -> Self::Partial {
                #partial
            }
        }
    }
}

/// `ODataValue`, `ReadValue` and serde's traits.
fn bridge(item: &Item, generics: &StructGenerics<'_>) -> TokenStream {
    let structured =
        quote!(__odata::private::TypeKind::Structured(<Self as __odata::ODataStructured>::metadata));
    let writing = serde::writing(
        &item.ident,
        (generics.declared, &generics.writing),
        &quote!(__odata::private::ValueType::new(#structured)),
        &quote!(__odata::private::write_structured(self, serializer)),
    );
    let reading = serde::reading(
        &item.ident,
        (generics.declared, &generics.reading),
        &quote!(__odata::private::read_structured(deserializer)),
    );
    quote!(#writing #reading)
}
