#[allow(deprecated, non_camel_case_types, non_snake_case)]
const _: () = {
    use ::odata_core as __odata;
    #[automatically_derived]
    impl __odata::ODataEnum for ExportOptions {
        const METADATA: &'static __odata::private::EnumerationType = &__odata::private::EnumerationType::new(
                "microsoft.graph.security.exportOptions",
                &[
                    __odata::private::Member::new("tags", 1),
                    __odata::private::Member::new("text", 2),
                ],
            )
            .with_flags();
        fn position(&self) -> ::core::option::Option<::core::primitive::usize> {
            match self {
                Self::Tags => ::core::option::Option::Some(0),
                Self::Text => ::core::option::Option::Some(1),
            }
        }
        fn at_position(
            __position: ::core::primitive::usize,
        ) -> ::core::option::Option<Self> {
            match __position {
                0 => ::core::option::Option::Some(Self::Tags),
                1 => ::core::option::Option::Some(Self::Text),
                _ => ::core::option::Option::None,
            }
        }
        fn unknown(&self) -> ::core::option::Option<&::core::primitive::str> {
            ::core::option::Option::None
        }
        fn from_unknown(
            __text: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::None
        }
    }
    #[automatically_derived]
    #[allow(dead_code)]
    impl ExportOptions {
        /// All members in declaration order.
        pub const MEMBERS: &'static [Self] = &[Self::Tags, Self::Text];
        /// The name on the wire.
        #[must_use]
        pub fn as_str(&self) -> &::core::primitive::str {
            __odata::ODataEnum::as_str(self)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for ExportOptions {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __f.pad(__odata::ODataEnum::as_str(self))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for ExportOptions {
        type Err = __odata::UnknownMember;
        fn from_str(
            __text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, __odata::UnknownMember> {
            __odata::ODataEnum::from_text(__text)
        }
    }
    #[automatically_derived]
    impl __odata::Flag for ExportOptions {}
    #[automatically_derived]
    impl ::core::ops::BitOr for ExportOptions {
        type Output = __odata::Flags<Self>;
        fn bitor(self, __other: Self) -> __odata::Flags<Self> {
            ::core::convert::From::from([self, __other])
        }
    }
    const _: () = {
        ::core::assert!(
            < ExportOptions as __odata::ODataEnum > ::METADATA.is_made_of_bits(0),
            "the flag `Tags` is neither a bit (1, 2, 4, 8, …) nor made of other flags: take the value of the service's schema"
        );
        ::core::assert!(
            < ExportOptions as __odata::ODataEnum > ::METADATA.is_made_of_bits(1),
            "the flag `Text` is neither a bit (1, 2, 4, 8, …) nor made of other flags: take the value of the service's schema"
        );
    };
};
