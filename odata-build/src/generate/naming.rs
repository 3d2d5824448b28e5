//! Conversion of the names in a CSDL document to Rust names.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use unicode_ident::{is_xid_continue, is_xid_start};

/// The names that the generated source can import, such as `NaiveDate` from the crate `chrono`.
pub(super) const IMPORTS: [(&str, &[&str]); 5] = [
    ("chrono", &["DateTime", "FixedOffset", "NaiveDate", "NaiveTime", "Utc"]),
    (
        "odata_core",
        &[
            "Binary",
            "Duration",
            "Extra",
            "Flags",
            "ODataAction",
            "ODataComplex",
            "ODataContainer",
            "ODataEntity",
            "ODataEnum",
            "ODataFunction",
            "Related",
            "Stream",
            "Untyped",
        ],
    ),
    (
        "odata_core::spatial",
        &[
            "Geography",
            "GeographyCollection",
            "GeographyLineString",
            "GeographyMultiLineString",
            "GeographyMultiPoint",
            "GeographyMultiPolygon",
            "GeographyPoint",
            "GeographyPolygon",
            "Geometry",
            "GeometryCollection",
            "GeometryLineString",
            "GeometryMultiLineString",
            "GeometryMultiPoint",
            "GeometryMultiPolygon",
            "GeometryPoint",
            "GeometryPolygon",
        ],
    ),
    ("rust_decimal", &["Decimal"]),
    ("uuid", &["Uuid"]),
];

/// The names of Rust's prelude that generated items or the derives use without a path.
const PRELUDE: [&str; 19] = [
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Drop",
    "Err",
    "From",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Send",
    "Some",
    "String",
    "Sync",
    "Vec",
];

/// Returns `true` if the generated source already uses a name for another type, such as `Option` or `Untyped`. No generated type can have a
/// reserved name.
pub(super) fn is_reserved(name: &str) -> bool {
    PRELUDE.contains(&name) || IMPORTS.iter().any(|(_, names)| names.contains(&name))
}

/// The Rust names that are already used in a module or a struct. [`Scope::add`] makes a new name unique.
#[derive(Debug, Default)]
pub(super) struct Scope(HashSet<String>);

impl Scope {
    /// Creates the set of names for a module. The set already contains the names that the generated source can import, because generated
    /// types must not shadow these names.
    pub(super) fn of_types() -> Self {
        let imported = IMPORTS.iter().flat_map(|(_, names)| names.iter());
        Self(imported.chain(&PRELUDE).map(|name| (*name).to_owned()).collect())
    }

    pub(super) fn is_free(&self, name: &str) -> bool {
        !self.0.contains(name)
    }

    /// Makes `name` unique, adds the unique name to the set, and returns it. For example, if the name `Ward` is already
    /// used and `suffix` is `Type`, the unique name is `WardType`. If both `Ward` and `WardType` are already used, the
    /// unique name is `WardType2`.
    pub(super) fn add(&mut self, name: String, suffix: &str) -> String {
        if self.0.insert(name.clone()) {
            return name;
        }
        let named = format!("{name}{suffix}");
        let numbered = (2..).map(|number| format!("{named}{number}"));
        let free = core::iter::once(named.clone()).chain(numbered).find(|name| !self.0.contains(name));
        let free = free.unwrap_or(named);
        self.0.insert(free.clone());
        free
    }
}

/// Checks whether a character can be part of an identifier. Returns `false` for combining diacritics. rustc normalizes identifiers to NFC,
/// so `e` followed by U+0301 would be the same identifier as `é`.
fn is_in_identifier(character: char) -> bool {
    is_xid_continue(character) && !matches!(character, '\u{300}'..='\u{36f}')
}

/// Returns the Rust name of a type or a variant: `CaseOperation` for `caseOperation`.
pub(super) fn pascal_case(name: &str) -> String {
    let parts = name.split(|character: char| character == '_' || !is_in_identifier(character));
    let pascal: String = parts.map(upper_first).collect();
    match pascal.chars().next() {
        // `Self` is the only keyword that starts with an uppercase letter.
        Some(_) if pascal == "Self" => "SelfValue".to_owned(),
        Some(first) if is_xid_start(first) => pascal,
        // `1stLevel` isn't a valid Rust identifier.
        _ => format!("N{pascal}"),
    }
}

/// Returns the Rust name of a field or a module: `created_date_time` for `createdDateTime`, `allowed_policy_oids` for `allowedPolicyOIDs`.
pub(super) fn snake_case(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (position, character) in characters.iter().enumerate() {
        if !is_in_identifier(*character) {
            snake.push('_');
            continue;
        }
        let is_start = character.is_uppercase()
            && position
                .checked_sub(1)
                .is_some_and(|before| starts_word(characters[before], &characters[position..]));
        if is_start && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.extend(character.to_lowercase().filter(|character| is_in_identifier(*character)));
    }
    match snake.as_str() {
        // These keywords can't be raw identifiers.
        "self" | "super" | "crate" => snake + "_",
        _ if snake.trim_start_matches('_').starts_with(is_xid_start) => snake,
        _ => format!("n{snake}"),
    }
}

/// Checks whether an uppercase letter starts a word. An uppercase letter after a lowercase letter or a digit starts a
/// word, as the `O` in `useODataV4`. The last of several uppercase letters before a lowercase letter also starts a
/// word, as the `D` in `useODataV4`. In a plural such as `OIDs`, the `D` doesn't start a word, although a lowercase
/// letter follows.
fn starts_word(before: char, uppercase_and_rest: &[char]) -> bool {
    if !before.is_uppercase() {
        return before.is_alphanumeric();
    }
    match uppercase_and_rest {
        [_, 's'] => false,
        [_, 's', next, ..] if !next.is_lowercase() => false,
        [_, next, ..] => next.is_lowercase(),
        _ => false,
    }
}

/// Returns the identifier of a field or a module. For a keyword, returns a raw identifier such as `r#type`. The keyword `gen` of edition
/// 2024 is checked separately, because syn parses it as an identifier.
pub(super) fn identifier(name: &str) -> Ident {
    if name != "gen" && syn::parse_str::<Ident>(name).is_ok() {
        Ident::new(name, Span::call_site())
    } else {
        Ident::new_raw(name, Span::call_site())
    }
}

/// Returns the identifier of a type or a variant.
pub(super) fn type_identifier(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The value of the attribute `rename_all`: the rule by which the derives of odata-derive convert Rust names to wire names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RenameRule {
    /// `camelCase`, the default rule of the derives.
    Camel,
    /// `PascalCase`.
    Pascal,
}

impl RenameRule {
    /// Returns the rule that converts most of the given Rust names to the correct wire names. `names` contains pairs of a Rust name and its
    /// wire name.
    pub(super) fn of<'n>(names: &(impl Iterator<Item = (&'n Ident, &'n str)> + Clone)) -> Self {
        let matching = |rule: Self| names.clone().filter(|(rust, odata)| rule.apply(rust) == **odata).count();
        if matching(Self::Pascal) > matching(Self::Camel) { Self::Pascal } else { Self::Camel }
    }

    /// Converts the Rust name of a field or a variant to a wire name.
    pub(super) fn apply(self, identifier: &Ident) -> String {
        let identifier = identifier.to_string();
        let words = identifier.trim_start_matches("r#").split('_').filter(|word| !word.is_empty());
        let renamed = words.map(upper_first).collect::<String>();
        match self {
            Self::Pascal => renamed,
            Self::Camel => change_first(&renamed, |first| first.to_lowercase().collect()),
        }
    }
}

fn upper_first(word: &str) -> String {
    change_first(word, |first| first.to_uppercase().collect())
}

fn change_first(word: &str, change: impl Fn(char) -> String) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| change(first) + characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::{RenameRule, identifier, pascal_case, snake_case};

    #[test]
    fn wire_names_are_converted_to_rust_names() {
        for (odata, field, variant) in [
            ("createdDateTime", "created_date_time", "CreatedDateTime"),
            ("allowedPolicyOIDs", "allowed_policy_oids", "AllowedPolicyOIDs"),
            ("alerts_v2", "alerts_v2", "AlertsV2"),
            ("windows10XVpn", "windows10_x_vpn", "Windows10XVpn"),
            ("useODataV4", "use_o_data_v4", "UseODataV4"),
            ("IPAddress", "ip_address", "IPAddress"),
            ("request-id", "request_id", "RequestId"),
            ("1stLevel", "n1st_level", "N1stLevel"),
            ("@x", "_x", "X"),
            ("_", "n_", "N"),
            ("area_m²", "area_m_", "AreaM"),
            ("Self", "self_", "SelfValue"),
            ("Order No", "order_no", "OrderNo"),
            ("DB-StorageDetails", "db_storage_details", "DBStorageDetails"),
            ("a.b", "a_b", "AB"),
            ("Collection_String_String[]", "collection_string_string__", "CollectionStringString"),
            ("12 Months", "n12_months", "N12Months"),
            ("Größe", "größe", "Größe"),
            ("e\u{301}te\u{301}", "e_te_", "ETe"),
            ("İd", "id", "İd"),
            ("名前", "名前", "名前"),
            ("()", "n__", "N"),
        ] {
            assert_eq!((snake_case(odata).as_str(), pascal_case(odata).as_str()), (field, variant));
        }
    }

    #[test]
    fn keywords_are_raw_or_have_underscore_suffix() {
        for (name, expected) in [("type", "r#type"), ("self", "self_"), ("id", "id"), ("gen", "r#gen")] {
            let field = identifier(&snake_case(name));
            assert_eq!(field.to_string(), expected);
            assert_eq!(RenameRule::Camel.apply(&field), name);
        }
    }
}
