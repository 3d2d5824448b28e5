#[allow(deprecated, non_camel_case_types, non_snake_case)]
const _: () = {
    use ::odata_core as __odata;
    #[automatically_derived]
    impl __odata::ODataStructured for CaseOperation {
        const METADATA: &'static __odata::private::StructuredType = &__odata::private::StructuredType::entity(
                "#microsoft.graph.security.caseOperation",
            )
            .with_base(<Entity as __odata::ODataStructured>::METADATA)
            .with_properties(
                &[
                    __odata::private::Property::new(
                            "createdDateTime",
                            <Option<
                                DateTime<Utc>,
                            > as __odata::private::PropertyValue<'_>>::TYPE,
                        )
                        .computed(),
                    __odata::private::Property::new(
                            "reviewSet",
                            <Option<
                                Box<ReviewSet>,
                            > as __odata::private::PropertyValue<'_>>::TYPE,
                        )
                        .navigation(),
                ],
            );
    }
    #[automatically_derived]
    impl __odata::ODataEntity for CaseOperation {}
    #[automatically_derived]
    #[allow(dead_code)]
    impl CaseOperation {
        /// The property `createdDateTime`.
        const CREATED_DATE_TIME: __odata::TypedProperty<
            Self,
            Option<DateTime<Utc>>,
            __odata::access::Computed,
        > = __odata::TypedProperty::new(&["createdDateTime"]);
        /// The property `reviewSet`.
        const REVIEW_SET: __odata::TypedProperty<
            Self,
            Option<Box<ReviewSet>>,
            __odata::access::Navigation,
        > = __odata::TypedProperty::new(&["reviewSet"]);
    }
    #[automatically_derived]
    impl __odata::Reach for CaseOperation {
        type Target = Self;
    }
    const _: () = {
        ::core::assert!(
            ::core::matches!(< Entity as __odata::ODataStructured > ::METADATA.kind(),
            __odata::private::StructuredKind::Entity),
            "an entity type can't derive from a complex type: derive `ODataComplex`"
        );
        ::core::assert!(
            ! < Entity as __odata::ODataStructured > ::METADATA
            .declares("createdDateTime"),
            "a base type declares the property `createdDateTime` already: use that one, or give this one another name"
        );
        ::core::assert!(
            ! < Entity as __odata::ODataStructured > ::METADATA.declares("reviewSet"),
            "a base type declares the property `reviewSet` already: use that one, or give this one another name"
        );
    };
    #[doc(hidden)]
    pub struct __Partial {
        entity: <Entity as __odata::private::Structured>::Partial,
        created_date_time: ::core::option::Option<Option<DateTime<Utc>>>,
        review_set: ::core::option::Option<Option<Box<ReviewSet>>>,
    }
    #[automatically_derived]
    impl __odata::private::Structured for CaseOperation {
        type Partial = __Partial;
        fn partial() -> Self::Partial {
            __Partial {
                entity: <Entity as __odata::private::Structured>::partial(),
                created_date_time: ::core::option::Option::None,
                review_set: ::core::option::Option::None,
            }
        }
        fn partial_extra(
            __partial: &mut Self::Partial,
        ) -> ::core::option::Option<&mut __odata::Extra> {
            <Entity as __odata::private::Structured>::partial_extra(
                &mut __partial.entity,
            )
        }
        fn finish(
            __partial: Self::Partial,
        ) -> ::core::result::Result<Self, __odata::private::MissingProperty> {
            ::core::result::Result::Ok(Self {
                entity: <Entity as __odata::private::Structured>::finish(
                    __partial.entity,
                )?,
                created_date_time: <Option<
                    DateTime<Utc>,
                > as __odata::private::PropertyValue<
                    '_,
                >>::finish(__partial.created_date_time, "createdDateTime")?,
                review_set: <Option<
                    Box<ReviewSet>,
                > as __odata::private::PropertyValue<
                    '_,
                >>::finish(__partial.review_set, "reviewSet")?,
            })
        }
        fn extra(&self) -> ::core::option::Option<&__odata::Extra> {
            <Entity as __odata::private::Structured>::extra(&self.entity)
        }
        fn write_properties<__M: __odata::private::SerializeMap>(
            &self,
            __writer: &mut __odata::private::PropertyWriter<'_, __M>,
        ) -> ::core::result::Result<(), __M::Error> {
            <Entity as __odata::private::Structured>::write_properties(
                &self.entity,
                __writer,
            )?;
            <Option<
                DateTime<Utc>,
            > as __odata::private::PropertyValue<
                '_,
            >>::write_property(&self.created_date_time, "createdDateTime", __writer)?;
            <Option<
                Box<ReviewSet>,
            > as __odata::private::PropertyValue<
                '_,
            >>::write_property(&self.review_set, "reviewSet", __writer)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::ReadStructured<'__de> for CaseOperation {
        fn read_property<__A: __odata::private::MapAccess<'__de>>(
            __partial: &mut Self::Partial,
            __slot: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error> {
            match __slot
                .wrapping_sub(<Entity as __odata::private::Structured>::PROPERTY_COUNT)
            {
                0 => {
                    <Option<
                        DateTime<Utc>,
                    > as __odata::private::PropertyValue<
                        '_,
                    >>::read_property(&mut __partial.created_date_time, __map)
                }
                1 => {
                    <Option<
                        Box<ReviewSet>,
                    > as __odata::private::PropertyValue<
                        '_,
                    >>::read_property(&mut __partial.review_set, __map)
                }
                _ => {
                    <Entity as __odata::private::ReadStructured<
                        '__de,
                    >>::read_property(&mut __partial.entity, __slot, __map)
                }
            }
        }
    }
    #[automatically_derived]
    impl __odata::private::Variant for CaseOperation {
        type Declared = Self;
        const TYPES: __odata::private::TypeSet = __odata::private::TypeSet::One(
            <Self as __odata::ODataStructured>::METADATA,
        );
    }
    #[automatically_derived]
    impl<'__de> __odata::private::ReadVariant<'__de> for CaseOperation {
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
    impl __odata::Derived for CaseOperation {
        type Base = Entity;
        fn base(&self) -> &Entity {
            &self.entity
        }
        fn base_mut(&mut self) -> &mut Entity {
            &mut self.entity
        }
        fn into_base(self) -> Entity {
            self.entity
        }
    }
    #[automatically_derived]
    impl ::core::ops::Deref for CaseOperation {
        type Target = Entity;
        fn deref(&self) -> &Entity {
            __odata::Derived::base(self)
        }
    }
    #[automatically_derived]
    impl ::core::ops::DerefMut for CaseOperation {
        fn deref_mut(&mut self) -> &mut Entity {
            __odata::Derived::base_mut(self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<CaseOperation> for Entity {
        fn from(__derived: CaseOperation) -> Self {
            __odata::Derived::into_base(__derived)
        }
    }
    #[automatically_derived]
    impl __odata::private::StructuredDerived for CaseOperation {
        type BaseType = Entity;
        fn partial_on(
            __base: <Entity as __odata::private::Structured>::Partial,
        ) -> Self::Partial {
            __Partial {
                entity: __base,
                created_date_time: ::core::option::Option::None,
                review_set: ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl __odata::ODataValue for CaseOperation {
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
    impl __odata::private::Serialize for CaseOperation {
        fn serialize<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::ODataValue::write(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::ReadValue<'__de> for CaseOperation {
        fn read<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::read_structured(__deserializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::Deserialize<'__de> for CaseOperation {
        fn deserialize<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::deserialize_value(__deserializer)
        }
    }
};
