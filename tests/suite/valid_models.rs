//! Tests valid models: every attribute where it is allowed, and unusual parts of real models.

use std::collections::BTreeMap;

use odata_core::{Extra, Flags, ODataComplex, ODataEntity, ODataEnum, ODataStructured};

use crate::support::{assert_writes_back, read, write};

/// A module for `with` that uses the serde implementations of the field's type.
mod with_serde {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

fn seven() -> i32 {
    7
}

mod every_attribute {
    use super::*;

    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(
        namespace = "legal",
        name = "Record",
        rename_all = "snake_case",
        tag = "never",
        deny_unknown,
        crate = "::odata_core"
    )]
    #[odata(r#abstract)]
    struct Base {
        #[odata(key, computed, name = "ID", default)]
        id: Option<String>,
        #[odata(key, immutable)]
        number: i64,
        #[odata(extra)]
        extra: Extra,
    }

    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "legal")]
    struct Derived {
        #[odata(base)]
        base: Base,
        #[odata(computed, default = "seven")]
        computed: i32,
        #[odata(immutable, default)]
        immutable: i32,
        #[odata(immutable, navigation)]
        leads_to_one: Option<Box<Derived>>,
        #[odata(computed, navigation)]
        leads_to_many: Vec<Derived>,
        #[odata(navigation)]
        leads_to_any: Option<Box<Any>>,
        #[odata(with = "with_serde", computed)]
        map: BTreeMap<String, i32>,
        #[odata(with = "with_serde", default, name = "pair")]
        two: (i32, i32),
        #[odata(skip)]
        skipped: Option<std::time::Instant>,
        #[cfg(any())]
        never_there: NoSuchType,
    }

    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "legal", name = "any", crate = "::odata_core")]
    enum Any {
        #[odata(base)]
        Base(Base),
        Derived(Box<Derived>),
    }

    #[test]
    fn of_structs_and_fields() {
        let payload = r##"{"@odata.type": "#legal.derived", "ID": "a", "number": 5, "computed": 7, "immutable": 1, "leadsToMany": [], "map": {"x": 1}, "pair": [1, 2]}"##;
        let derived: Derived = assert_writes_back(payload);
        assert_eq!((derived.computed, derived.two, derived.skipped), (7, (1, 2), None));
        assert_eq!(read::<Derived>(r#"{"number": 5, "map": {}}"#).computed, 7);
        assert_eq!(Derived::METADATA.key_properties().count(), 2);
        assert!(Base::METADATA.is_abstract() && Base::METADATA.denies_unknown());
        assert!(matches!(
            read(r##"{"@odata.type": "#legal.derived", "number": 1, "map": {}}"##),
            Any::Derived(_)
        ));
    }

    #[test]
    fn of_enumerations() {
        #[derive(Debug, PartialEq, ODataEnum)]
        #[odata(namespace = "legal", name = "Kind", rename_all = "UPPERCASE", flags, crate = "::odata_core")]
        enum Kind {
            One = 1,
            #[odata(name = "both")]
            OneAndTwo = 3,
            #[odata(sentinel, name = "later")]
            Two = 2,
        }

        #[derive(Debug, PartialEq, ODataEnum)]
        #[odata(namespace = "legal")]
        enum State {
            #[odata(sentinel)]
            Later,
            Open,
            #[odata(unknown)]
            Other(Box<str>),
        }

        assert_eq!(write(&read::<Flags<Kind>>(r#""ONE,later""#)), r#""ONE,later""#);
        assert!(read::<Flags<Kind>>(r#""both""#).contains(&Kind::OneAndTwo));
        assert!(State::Open.is_after_sentinel());
        assert_eq!(read::<State>(r#""x""#), State::Other("x".into()));
    }

    #[test]
    fn rename_all_rules() {
        macro_rules! renamed {
            ($($rule:literal $expected:literal),*) => {$({
                #[derive(ODataComplex)]
                #[odata(namespace = "legal", rename_all = $rule)]
                struct Renamed {
                    display_name: Option<String>,
                }
                assert_eq!(Renamed::METADATA.own_properties()[0].name(), $expected);
            })*};
        }
        renamed!(
            "camelCase" "displayName", "PascalCase" "DisplayName", "snake_case" "display_name",
            "SCREAMING_SNAKE_CASE" "DISPLAY_NAME", "kebab-case" "display-name", "lowercase" "displayname",
            "UPPERCASE" "DISPLAYNAME"
        );
    }

    #[test]
    fn tag_of_entity_and_complex_types() {
        macro_rules! tagged {
            ($($derive:ident $tag:literal $expected:literal),*) => {$({
                #[derive($derive)]
                #[odata(namespace = "legal", tag = $tag)]
                struct Tagged {}
                assert_eq!(write(&Tagged {}), $expected);
            })*};
        }
        tagged!(
            ODataEntity "always" r##"{"@odata.type":"#legal.tagged"}"##, ODataEntity "derived" "{}",
            ODataEntity "never" "{}", ODataComplex "always" r##"{"@odata.type":"#legal.tagged"}"##,
            ODataComplex "derived" "{}", ODataComplex "never" "{}"
        );
    }
}

/// Unusual members, names, keys and inheritance chains of the CSDL of Microsoft Graph.
mod graph_models {
    use super::*;

    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "microsoft.graph.security", flags)]
    enum ExportOptions {
        OriginalFiles = 1,
        Tags = 16,
        UnknownFutureValue = 32,
        SplitSource = 64,
    }

    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "microsoft.graph")]
    #[repr(i64)]
    enum Odd {
        NotSet = -1,
        Box = 0,
        UnknownFutureValue = 1,
        Enum = 2,
        Loop = 3,
        Override = 4,
        #[odata(name = "One")]
        One = 5,
        #[odata(unknown)]
        Unknown(String) = 6,
    }

    #[test]
    fn sentinel_position_and_unusual_members() {
        assert!(ExportOptions::SplitSource.is_after_sentinel());
        for (name, member) in [
            ("notSet", Odd::NotSet),
            ("box", Odd::Box),
            ("enum", Odd::Enum),
            ("loop", Odd::Loop),
            ("override", Odd::Override),
            ("One", Odd::One),
        ] {
            assert_eq!(read::<Odd>(&format!("\"{name}\"")), member);
        }
        assert_eq!(read::<Odd>("-1"), Odd::NotSet);
    }

    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "microsoft.graph")]
    struct Nothing {}

    #[derive(Debug, PartialEq, ODataComplex)]
    #[odata(namespace = "microsoft.graph")]
    struct Names {
        #[odata(name = "alerts_v2")]
        alerts_v2: Option<String>,
        #[odata(name = "allowedPolicyOIDs")]
        allowed_policy_oids: Option<String>,
        #[odata(name = "self")]
        itself: Option<String>,
        #[odata(name = "request-id")]
        request_id: Option<String>,
        r#type: Option<String>,
        inner: Option<Box<Names>>,
        all: Option<Vec<Names>>,
    }

    #[test]
    fn explicit_names_and_recursive_types() {
        assert_writes_back::<Names>(
            r#"{"alerts_v2": "1", "allowedPolicyOIDs": "2", "self": "3", "request-id": "4", "type": "5",
                "inner": {"self": "6"}, "all": [{"inner": {"all": []}}]}"#,
        );
        assert_eq!(write(&Nothing {}), r##"{"@odata.type":"#microsoft.graph.nothing"}"##);
    }

    macro_rules! inheritance_chain {
        ($($derived:ident: $base:ident $($attribute:ident)?,)*) => {$(
            #[derive(Debug, PartialEq, ODataEntity)]
            #[odata(namespace = "microsoft.graph" $(, $attribute)?)]
            struct $derived {
                #[odata(base)]
                base: $base,
            }
        )*};
    }

    /// A concrete root type with a key other than `id`. An abstract type derives from it.
    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "microsoft.graph")]
    struct Level0 {
        #[odata(key)]
        user_principal_name: String,
        #[odata(extra)]
        extra: Extra,
    }

    inheritance_chain! { Level1: Level0 r#abstract, Level2: Level1, Level3: Level2 r#abstract, Level4: Level3, Level5: Level4, }

    #[derive(Debug, PartialEq, ODataEntity)]
    enum AnyLevel {
        #[odata(base)]
        Level0(Level0),
        Level2(Level2),
        Level4(Level4),
        Level5(Box<Level5>),
    }

    #[test]
    fn abstract_types_between_concrete_types() {
        let level = assert_writes_back::<AnyLevel>(
            r##"{"@odata.type": "#microsoft.graph.level5", "userPrincipalName": "a@b"}"##,
        );
        assert_eq!(level.user_principal_name, "a@b");
        assert!(matches!(level, AnyLevel::Level5(_)));
        // `@odata.type` names an abstract type or is absent, so the value is read as the declared type.
        for payload in [
            r##"{"@odata.type": "#microsoft.graph.level3", "userPrincipalName": "a"}"##,
            r#"{"userPrincipalName": "a"}"#,
        ] {
            assert!(matches!(read(payload), AnyLevel::Level0(_)));
        }
    }

    mod security {
        use super::*;

        #[derive(Debug, PartialEq, ODataComplex)]
        #[odata(namespace = "microsoft.graph.security")]
        pub(super) struct IdentitySet {
            #[odata(base)]
            pub(super) base: super::IdentitySet,
        }
    }

    #[derive(Debug, PartialEq, ODataComplex)]
    #[odata(namespace = "microsoft.graph")]
    struct IdentitySet {
        user: Option<String>,
    }

    /// `microsoft.graph.security` is the name of a type and of a namespace.
    #[derive(Debug, PartialEq, ODataComplex)]
    #[odata(namespace = "microsoft.graph")]
    struct Security {
        #[odata(base)]
        base: IdentitySet,
    }

    #[derive(Debug, PartialEq, ODataComplex)]
    enum AnyIdentitySet {
        #[odata(base)]
        IdentitySet(IdentitySet),
        OfSecurity(security::IdentitySet),
        Security(Security),
    }

    #[test]
    fn same_name_in_two_namespaces_and_type_named_like_namespace() {
        let tagged =
            |name: &str| read::<AnyIdentitySet>(&format!(r##"{{"@odata.type": "#{name}", "user": "u"}}"##));
        assert!(matches!(tagged("microsoft.graph.identitySet"), AnyIdentitySet::IdentitySet(_)));
        assert!(matches!(tagged("microsoft.graph.security.identitySet"), AnyIdentitySet::OfSecurity(_)));
        assert!(matches!(tagged("microsoft.graph.security"), AnyIdentitySet::Security(_)));
        assert_eq!(tagged("microsoft.graph.security").user.as_deref(), Some("u"));
    }
}

mod many_types_and_properties {
    use super::*;

    macro_rules! types {
        ($($name:ident)*) => {
            $(
                #[derive(Debug, PartialEq, ODataEntity)]
                #[odata(namespace = "many")]
                struct $name {
                    #[odata(base)]
                    base: Base,
                }
            )*

            #[derive(Debug, PartialEq, ODataEntity)]
            enum Any {
                #[odata(base)]
                Base(Base),
                $($name($name),)*
            }

            const NAMES: &[&str] = &[$(stringify!($name)),*];
        };
    }

    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "many")]
    struct Base {
        id: Option<String>,
    }

    types! { Ant Bee Cat Dog Eel Fox Gnu Hen Ibis Jay Kiwi Lynx Mole Newt Owl Pig }

    #[test]
    fn types_are_found_by_name_in_any_letter_case() {
        for name in NAMES {
            for form in [format!("#many.{}", name.to_lowercase()), format!("many.{}", name.to_uppercase())] {
                let read: Any = read(&format!(r#"{{"@odata.type": "{form}", "id": "1"}}"#));
                let found = read.instance_type().qualified_name();
                assert_eq!(found, format!("many.{}", name.to_lowercase()), "{form}");
            }
        }
        assert!(matches!(read(r##"{"@odata.type": "#many.yak"}"##), Any::Base(_)));
    }

    #[derive(Debug, PartialEq, ODataEntity)]
    #[odata(namespace = "many", tag = "never")]
    struct Wide {
        a: Option<i32>,
        bb: Option<i32>,
        ccc: Option<i32>,
        ccd: Option<i32>,
        b: Option<i32>,
        aa: Option<i32>,
        aaa: Option<i32>,
        z: Option<i32>,
        zz: Option<i32>,
        y: Option<i32>,
        // The derive uses nested tuples for more than 16 properties.
        c: Option<i32>,
        d: i32,
        e: Option<i32>,
        f: Option<i32>,
        g: Option<i32>,
        h: i32,
        i: Option<i32>,
        #[odata(extra)]
        extra: Extra,
    }

    #[test]
    fn properties_are_found_in_any_order() {
        let names: Vec<_> =
            Wide::METADATA.own_properties().iter().map(odata_core::metadata::Property::name).collect();
        for first in 0..names.len() {
            let at = |position: usize| names[(position * 7 + first) % names.len()];
            let members: Vec<_> =
                (0..names.len()).map(|position| format!(r#""{}": {position}"#, at(position))).collect();
            let wide = assert_writes_back::<Wide>(&format!("{{{}}}", members.join(", ")));
            assert!(wide.extra.is_empty());
        }
        assert_eq!(read::<Wide>(r#"{"cc": 1, "zzz": 2, "d": 3, "h": 4}"#).extra.len(), 2);
    }
}

mod edge_cases {
    use super::*;

    #[derive(Debug, PartialEq, ODataEnum)]
    #[odata(namespace = "n")]
    #[repr(u8)]
    enum Size {
        Small = 1,
        Largest = !0,
        #[odata(unknown)]
        Unknown(String) = 3,
    }

    #[test]
    fn value_of_member_is_discriminant() {
        let values: Vec<_> =
            Size::METADATA.members().iter().map(odata_core::metadata::Member::value).collect();
        assert_eq!(values, [1, 255]);
        assert_eq!(read::<Size>("255"), Size::Largest);
    }

    #[derive(Debug, PartialEq, ODataComplex)]
    #[odata(namespace = "n")]
    #[expect(non_snake_case, reason = "the names differ only in their letter case")]
    struct Alike {
        #[odata(default = "Vec::<i32>::new")]
        a_b: Vec<i32>,
        #[odata(name = "x")]
        A_B: Option<String>,
    }

    #[test]
    fn fields_that_differ_only_in_letter_case_have_distinct_constants() {
        assert_eq!((Alike::A_B.to_string(), Alike::A_B_.to_string()), ("aB".to_owned(), "x".to_owned()));
    }
}
