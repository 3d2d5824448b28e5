//! Facets of types, such as `MaxLength`.

/// The facets of a property, a parameter or a type definition, such as `MaxLength` and `Precision`. The value of each facet is a string
/// from the document.
///
/// [CSDL, 7.2](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_TypeFacets)
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// The facet `MaxLength`: a number, or `max`.
    pub max_length: Option<String>,
    /// The facet `Precision`: a number.
    pub precision: Option<String>,
    /// The facet `Scale`: a number, `floating` or `variable`. `None` means that the scale is zero.
    pub scale: Option<String>,
    /// The facet `SRID`: a number, or `variable`.
    pub srid: Option<String>,
    /// The facet `Unicode`: `true` or `false`.
    pub unicode: Option<String>,
    /// The facet `DefaultValue`: the default value of a property or term.
    pub default_value: Option<String>,
}

impl Facets {
    /// Returns a copy of `self` in which missing facets are replaced with the facets of a type definition.
    pub(crate) fn or(&self, definition: &Self) -> Self {
        let or = |own: &Option<String>, other: &Option<String>| own.clone().or_else(|| other.clone());
        Self {
            max_length: or(&self.max_length, &definition.max_length),
            precision: or(&self.precision, &definition.precision),
            scale: or(&self.scale, &definition.scale),
            srid: or(&self.srid, &definition.srid),
            unicode: or(&self.unicode, &definition.unicode),
            default_value: or(&self.default_value, &definition.default_value),
        }
    }

    /// Returns the name and the value of each facet, except `DefaultValue`.
    pub(crate) fn of_type(&self) -> [(&'static str, Option<&str>); 5] {
        [
            ("MaxLength", self.max_length.as_deref()),
            ("Precision", self.precision.as_deref()),
            ("Scale", self.scale.as_deref()),
            ("SRID", self.srid.as_deref()),
            ("Unicode", self.unicode.as_deref()),
        ]
    }

    /// Creates the facets by calling the function `value` with the name of each facet, such as `MaxLength`. The function `value` returns
    /// `None` if the facet is missing.
    pub(crate) fn read(mut value: impl FnMut(&str) -> Option<String>) -> Self {
        Self {
            max_length: value("MaxLength"),
            precision: value("Precision"),
            scale: value("Scale").filter(|scale| scale != "0"),
            srid: value("SRID"),
            unicode: value("Unicode"),
            default_value: value("DefaultValue"),
        }
    }
}
