#[allow(deprecated, non_camel_case_types, non_snake_case)]
const _: () = {
    use ::odata_core as __odata;
    #[automatically_derived]
    impl __odata::ODataStructured for ResultInfo {
        const METADATA: &'static __odata::private::StructuredType = &__odata::private::StructuredType::complex(
                "#microsoft.graph.resultInfo",
            )
            .with_properties(
                &[
                    __odata::private::Property::new(
                        "code",
                        <i32 as __odata::private::PropertyValue<'_>>::TYPE,
                    ),
                    __odata::private::Property::new(
                        "message",
                        <Option<String> as __odata::private::PropertyValue<'_>>::TYPE,
                    ),
                ],
            )
            .with_extra();
    }
    #[automatically_derived]
    impl __odata::ODataComplex for ResultInfo {}
    #[automatically_derived]
    #[allow(dead_code)]
    impl ResultInfo {
        /// A number of the service's.
        pub const CODE: __odata::TypedProperty<Self, i32, __odata::access::Writable> = __odata::TypedProperty::new(
            &["code"],
        );
        /// The property `message`.
        pub const MESSAGE: __odata::TypedProperty<
            Self,
            Option<String>,
            __odata::access::Writable,
        > = __odata::TypedProperty::new(&["message"]);
    }
    #[automatically_derived]
    impl __odata::Reach for ResultInfo {
        type Target = Self;
    }
    #[doc(hidden)]
    pub struct __Partial {
        code: ::core::option::Option<i32>,
        message: ::core::option::Option<Option<String>>,
        extra: Extra,
    }
    #[automatically_derived]
    impl __odata::private::Structured for ResultInfo {
        type Partial = __Partial;
        fn partial() -> Self::Partial {
            __Partial {
                code: ::core::option::Option::None,
                message: ::core::option::Option::None,
                extra: __odata::Extra::new(),
            }
        }
        fn partial_extra(
            __partial: &mut Self::Partial,
        ) -> ::core::option::Option<&mut __odata::Extra> {
            ::core::option::Option::Some(&mut __partial.extra)
        }
        fn finish(
            __partial: Self::Partial,
        ) -> ::core::result::Result<Self, __odata::private::MissingProperty> {
            ::core::result::Result::Ok(Self {
                code: <i32 as __odata::private::PropertyValue<
                    '_,
                >>::finish(__partial.code, "code")?,
                message: <Option<
                    String,
                > as __odata::private::PropertyValue<
                    '_,
                >>::finish(__partial.message, "message")?,
                extra: __partial.extra,
            })
        }
        fn extra(&self) -> ::core::option::Option<&__odata::Extra> {
            ::core::option::Option::Some(&self.extra)
        }
        fn write_properties<__M: __odata::private::SerializeMap>(
            &self,
            __writer: &mut __odata::private::PropertyWriter<'_, __M>,
        ) -> ::core::result::Result<(), __M::Error> {
            <i32 as __odata::private::PropertyValue<
                '_,
            >>::write_property(&self.code, "code", __writer)?;
            <Option<
                String,
            > as __odata::private::PropertyValue<
                '_,
            >>::write_property(&self.message, "message", __writer)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::ReadStructured<'__de> for ResultInfo {
        fn read_property<__A: __odata::private::MapAccess<'__de>>(
            __partial: &mut Self::Partial,
            __slot: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            match __slot {
                0 => {
                    <i32 as __odata::private::PropertyValue<
                        '_,
                    >>::read_property(&mut __partial.code, __map)
                }
                1 => {
                    <Option<
                        String,
                    > as __odata::private::PropertyValue<
                        '_,
                    >>::read_property(&mut __partial.message, __map)
                }
                _ => __odata::private::skip_property(__map),
            }
        }
    }
    #[automatically_derived]
    impl __odata::private::Variant for ResultInfo {
        type Declared = Self;
        const TYPES: __odata::private::TypeSet = __odata::private::TypeSet::One(
            <Self as __odata::ODataStructured>::METADATA,
        );
    }
    #[automatically_derived]
    impl<'__de> __odata::private::ReadVariant<'__de> for ResultInfo {
        fn read_rest<__A: __odata::private::MapAccess<'__de>>(
            _position: ::core::primitive::usize,
            __partial: <Self as __odata::private::Structured>::Partial,
            __reading: __odata::private::Reading,
            __map: __A,
        ) -> ::core::result::Result<Self, __A::Error> {
            __odata::private::read_struct(__partial, __reading, __map)
        }
    }
    #[automatically_derived]
    impl __odata::ODataValue for ResultInfo {
        const TYPE: __odata::private::ValueType = __odata::private::ValueType::new(
            __odata::private::TypeKind::Structured(
                <Self as __odata::ODataStructured>::metadata,
            ),
        );
        fn write<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::private::write_structured(self, __serializer)
        }
    }
    #[automatically_derived]
    impl __odata::private::Serialize for ResultInfo {
        fn serialize<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::ODataValue::write(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::ReadValue<'__de> for ResultInfo {
        fn read<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::read_structured(__deserializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::Deserialize<'__de> for ResultInfo {
        fn deserialize<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::deserialize_value(__deserializer)
        }
    }
};
