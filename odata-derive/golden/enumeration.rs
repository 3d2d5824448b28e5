#[allow(deprecated, non_camel_case_types, non_snake_case)]
const _: () = {
    use ::odata_core as __odata;
    #[automatically_derived]
    impl __odata::ODataEnum for CaseAction {
        const METADATA: &'static __odata::private::EnumerationType = &__odata::private::EnumerationType::new(
                "microsoft.graph.security.caseAction",
                &[
                    __odata::private::Member::new("contentExport", 0),
                    __odata::private::Member::new("unknownFutureValue", 1),
                    __odata::private::Member::new("purgeData", 2),
                ],
            )
            .with_sentinel(1);
        fn position(&self) -> ::core::option::Option<::core::primitive::usize> {
            match self {
                Self::ContentExport => ::core::option::Option::Some(0),
                Self::UnknownFutureValue => ::core::option::Option::Some(1),
                Self::PurgeData => ::core::option::Option::Some(2),
                Self::Unknown(_) => ::core::option::Option::None,
            }
        }
        fn at_position(
            __position: ::core::primitive::usize,
        ) -> ::core::option::Option<Self> {
            match __position {
                0 => ::core::option::Option::Some(Self::ContentExport),
                1 => ::core::option::Option::Some(Self::UnknownFutureValue),
                2 => ::core::option::Option::Some(Self::PurgeData),
                _ => ::core::option::Option::None,
            }
        }
        fn unknown(&self) -> ::core::option::Option<&::core::primitive::str> {
            match self {
                Self::Unknown(__text) => {
                    ::core::option::Option::Some(
                        <String as __odata::private::UnknownText>::as_text(__text),
                    )
                }
                _ => ::core::option::Option::None,
            }
        }
        fn from_unknown(
            __text: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                Self::Unknown(<String as __odata::private::UnknownText>::of_text(__text)),
            )
        }
    }
    #[automatically_derived]
    #[allow(dead_code)]
    impl CaseAction {
        /// All members in declaration order.
        pub const MEMBERS: &'static [Self] = &[
            Self::ContentExport,
            Self::UnknownFutureValue,
            Self::PurgeData,
        ];
        /// The name on the wire.
        #[must_use]
        pub fn as_str(&self) -> &::core::primitive::str {
            __odata::ODataEnum::as_str(self)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for CaseAction {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(__odata::ODataEnum::as_str(self))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for CaseAction {
        type Err = __odata::UnknownMember;
        fn from_str(
            __text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, __odata::UnknownMember> {
            __odata::ODataEnum::from_text(__text)
        }
    }
    #[automatically_derived]
    impl __odata::ODataValue for CaseAction {
        const TYPE: __odata::private::ValueType = __odata::private::ValueType::new(
            __odata::private::TypeKind::Enumeration(
                <Self as __odata::ODataEnum>::metadata,
            ),
        );
        fn write<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::private::write_enumeration(self, __serializer)
        }
    }
    #[automatically_derived]
    impl __odata::private::Serialize for CaseAction {
        fn serialize<__S: __odata::private::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::ODataValue::write(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::ReadValue<'__de> for CaseAction {
        fn read<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::read_enumeration(__deserializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __odata::private::Deserialize<'__de> for CaseAction {
        fn deserialize<__D: __odata::private::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::private::deserialize_value(__deserializer)
        }
    }
};
