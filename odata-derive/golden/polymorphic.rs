#[allow(deprecated, non_camel_case_types, non_snake_case)]
const _: () = {
    use ::odata_core as __odata;
    #[automatically_derived]
    impl __odata::ODataStructured for AnyCaseOperation {
        const METADATA: &'static __odata::private::StructuredType = <CaseOperation as __odata::ODataStructured>::METADATA;
        fn instance_type(&self) -> &'static __odata::private::StructuredType {
            match self {
                Self::CaseOperation(__value) => {
                    __odata::ODataStructured::instance_type(__value)
                }
                Self::Export(__value) => __odata::ODataStructured::instance_type(__value),
            }
        }
    }
    #[automatically_derived]
    impl __odata::ODataEntity for AnyCaseOperation {}
    #[automatically_derived]
    impl __odata::private::Variant for AnyCaseOperation {
        type Declared = CaseOperation;
        const TYPES: __odata::private::TypeSet = __odata::private::TypeSet::All(
            &[
                <CaseOperation as __odata::private::Variant>::TYPES,
                <Box<EdiscoveryExportOperation> as __odata::private::Variant>::TYPES,
            ],
        );
    }
    #[automatically_derived]
    impl __odata::private::Polymorphic for AnyCaseOperation {
        fn from_declared(__declared: CaseOperation) -> Self {
            Self::CaseOperation(::core::convert::From::from(__declared))
        }
    }
    #[automatically_derived]
    impl __odata::ODataValue for AnyCaseOperation {
        const TYPE: __odata::private::ValueType = __odata::private::ValueType::new(
            __odata::private::TypeKind::Polymorphic(
                <Self as __odata::ODataStructured>::metadata,
                <Self as __odata::private::Variant>::types,
            ),
        );
        fn write<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            match self {
                Self::CaseOperation(__value) => {
                    __odata::ODataValue::write(__value, __serializer)
                }
                Self::Export(__value) => {
                    __odata::ODataValue::write(__value, __serializer)
                }
            }
        }
    }
    #[automatically_derived]
    impl __odata::private::Serialize for AnyCaseOperation {
        fn serialize<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::ODataValue::write(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::ReadVariant<'__de> for AnyCaseOperation {
        fn read_rest<__A: __odata::private::MapAccess<'__de>>(
            __position: ::core::primitive::usize,
            __partial: <CaseOperation as __odata::private::Structured>::Partial,
            __reading: __odata::private::Reading,
            __map: __A,
        ) -> ::core::result::Result<Self, __A::Error> {
            let (__variant, __position) = <Self as __odata::private::Variant>::TYPES
                .locate(__position);
            match __variant {
                1 => {
                    __odata::private::read_variant::<
                        CaseOperation,
                        _,
                        _,
                        _,
                        _,
                    >(__position, __partial, __reading, __map, Self::Export)
                }
                _ => {
                    __odata::private::read_variant::<
                        CaseOperation,
                        _,
                        _,
                        _,
                        _,
                    >(__position, __partial, __reading, __map, Self::CaseOperation)
                }
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::ReadValue<'__de> for AnyCaseOperation {
        fn read<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::read_polymorphic(__deserializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::Deserialize<'__de> for AnyCaseOperation {
        fn deserialize<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::deserialize_value(__deserializer)
        }
    }
    #[automatically_derived]
    impl __odata::Derived for AnyCaseOperation {
        type Base = CaseOperation;
        fn base(&self) -> &CaseOperation {
            match self {
                Self::CaseOperation(__value) => {
                    __odata::DerivedFrom::<CaseOperation, _>::upcast_ref(__value)
                }
                Self::Export(__value) => {
                    __odata::DerivedFrom::<CaseOperation, _>::upcast_ref(__value)
                }
            }
        }
        fn base_mut(&mut self) -> &mut CaseOperation {
            match self {
                Self::CaseOperation(__value) => {
                    __odata::DerivedFrom::<CaseOperation, _>::upcast_mut(__value)
                }
                Self::Export(__value) => {
                    __odata::DerivedFrom::<CaseOperation, _>::upcast_mut(__value)
                }
            }
        }
        fn into_base(self) -> CaseOperation {
            match self {
                Self::CaseOperation(__value) => {
                    __odata::DerivedFrom::<CaseOperation, _>::upcast(__value)
                }
                Self::Export(__value) => {
                    __odata::DerivedFrom::<CaseOperation, _>::upcast(__value)
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::ops::Deref for AnyCaseOperation {
        type Target = CaseOperation;
        fn deref(&self) -> &CaseOperation {
            __odata::Derived::base(self)
        }
    }
    #[automatically_derived]
    impl ::core::ops::DerefMut for AnyCaseOperation {
        fn deref_mut(&mut self) -> &mut CaseOperation {
            __odata::Derived::base_mut(self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<AnyCaseOperation> for CaseOperation {
        fn from(__derived: AnyCaseOperation) -> Self {
            __odata::Derived::into_base(__derived)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<CaseOperation> for AnyCaseOperation {
        fn from(__value: CaseOperation) -> Self {
            Self::CaseOperation(::core::convert::From::from(__value))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<EdiscoveryExportOperation> for AnyCaseOperation {
        fn from(__value: EdiscoveryExportOperation) -> Self {
            Self::Export(::core::convert::From::from(__value))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Box<EdiscoveryExportOperation>> for AnyCaseOperation {
        fn from(__value: Box<EdiscoveryExportOperation>) -> Self {
            Self::Export(__value)
        }
    }
    #[automatically_derived]
    #[allow(dead_code, clippy::missing_errors_doc)]
    impl AnyCaseOperation {
        /// What [`CaseOperation`](Self::CaseOperation) holds, if the value is one.
        #[must_use]
        pub const fn as_case_operation(&self) -> ::core::option::Option<&CaseOperation> {
            match self {
                Self::CaseOperation(__value) => ::core::option::Option::Some(__value),
                _ => ::core::option::Option::None,
            }
        }
        /// What [`CaseOperation`](Self::CaseOperation) holds, to change it, if the value is one.
        #[must_use]
        pub const fn as_case_operation_mut(
            &mut self,
        ) -> ::core::option::Option<&mut CaseOperation> {
            match self {
                Self::CaseOperation(__value) => ::core::option::Option::Some(__value),
                _ => ::core::option::Option::None,
            }
        }
        /// What [`CaseOperation`](Self::CaseOperation) holds, if the value is one.
        ///
        /// # Errors
        ///
        /// It is not: the value itself.
        pub fn into_case_operation(self) -> ::core::result::Result<CaseOperation, Self> {
            match self {
                Self::CaseOperation(__value) => ::core::result::Result::Ok(__value),
                _ => ::core::result::Result::Err(self),
            }
        }
        /// What [`Export`](Self::Export) holds, if the value is one.
        #[must_use]
        pub fn as_export(&self) -> ::core::option::Option<&EdiscoveryExportOperation> {
            match self {
                Self::Export(__value) => ::core::option::Option::Some(__value),
                _ => ::core::option::Option::None,
            }
        }
        /// What [`Export`](Self::Export) holds, to change it, if the value is one.
        #[must_use]
        pub fn as_export_mut(
            &mut self,
        ) -> ::core::option::Option<&mut EdiscoveryExportOperation> {
            match self {
                Self::Export(__value) => ::core::option::Option::Some(__value),
                _ => ::core::option::Option::None,
            }
        }
        /// What [`Export`](Self::Export) holds, if the value is one.
        ///
        /// # Errors
        ///
        /// It is not: the value itself.
        pub fn into_export(
            self,
        ) -> ::core::result::Result<EdiscoveryExportOperation, Self> {
            match self {
                Self::Export(__value) => ::core::result::Result::Ok(*__value),
                _ => ::core::result::Result::Err(self),
            }
        }
    }
    #[automatically_derived]
    impl __odata::Reach for AnyCaseOperation {
        type Target = Self;
    }
    const _: () = {
        const __DUPLICATE: ::core::primitive::usize = <AnyCaseOperation as __odata::private::Variant>::TYPES
            .duplicate();
        ::core::assert!(
            ::core::matches!(< CaseOperation as __odata::ODataStructured > ::METADATA
            .kind(), __odata::private::StructuredKind::Entity),
            "an entity type can't derive from a complex type: derive `ODataComplex`"
        );
        ::core::assert!(
            __DUPLICATE != 0,
            "the type of `CaseOperation` has the qualified name of another variant's: only one can be read"
        );
        ::core::assert!(
            __DUPLICATE != 1,
            "the type of `Export` has the qualified name of another variant's: only one can be read"
        );
        ::core::assert!(
            ! < Box < EdiscoveryExportOperation > as __odata::private::Variant > ::TYPES
            .is_abstract(),
            "the type of `Export` is abstract, so no instance is one: remove the variant, or `abstract` from the type"
        );
    };
};
