//! The model: users.

use std::fmt;

use odata_core::{Extra, ODataEntity};

/// A user. A change contains only some of the properties. `Option<Option<String>>` distinguishes a property that the service
/// omitted (`None`) from a property that has the value null (`Some(None)`).
#[allow(clippy::option_option, reason = "a change distinguishes an omitted property from null")]
#[derive(Clone, Debug, PartialEq, ODataEntity)]
#[odata(namespace = "microsoft.graph")]
pub struct User {
    #[odata(key, computed)]
    pub id: String,
    pub display_name: Option<Option<String>>,
    pub job_title: Option<Option<String>>,
    #[odata(extra)]
    pub extra: Extra,
}

impl User {
    /// Replaces the properties that the change contains. The other properties are unchanged.
    pub fn apply(&mut self, change: Self) {
        self.display_name = change.display_name.or(self.display_name.take());
        self.job_title = change.job_title.or(self.job_title.take());
        for (name, value) in &change.extra {
            self.extra.insert(name, value.clone());
        }
    }
}

impl fmt::Display for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [name, title] = [&self.display_name, &self.job_title]
            .map(|property| property.as_ref().and_then(Option::as_deref).unwrap_or("-"));
        write!(f, "{name}, {title}")
    }
}
