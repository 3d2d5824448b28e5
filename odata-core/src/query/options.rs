//! What a query asks for.

#![expect(clippy::needless_pass_by_value, reason = "conditions and options are made where they are used")]

use core::fmt;
use core::marker::PhantomData;

use super::Filter;
use crate::envelope::Collection;
use crate::structured::DerivedFrom;
use crate::typed_property::access::Navigable;
use crate::typed_property::{IntoPropertyPath, Reach};

/// The options of a query for instances of `T`; see the [module](super).
///
/// [`Display`](fmt::Display) writes them as the standard has them, without the percent-encoding that a URL wants.
#[must_use]
pub struct QueryOptions<T> {
    filter: Option<String>,
    search: Option<String>,
    select: Vec<String>,
    /// Each property once, with its options.
    expand: Vec<(String, String)>,
    order_by: Vec<String>,
    top: Option<u64>,
    skip: Option<u64>,
    counts: bool,
    custom: Vec<(String, String)>,
    marker: PhantomData<fn() -> T>,
}

/// A type of navigation property: to one entity, or to several.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a navigation property",
    label = "neither an entity nor a collection of entities"
)]
pub trait Navigate {
    /// The type of the entity or entities.
    type Entity;
}

impl<T: Reach> Navigate for T {
    type Entity = T::Target;
}

impl<T> Navigate for Vec<T> {
    type Entity = T;
}

impl<T> Navigate for Option<Vec<T>> {
    type Entity = T;
}

/// A page is of what its items are.
impl<T: Reach> Navigate for Collection<T> {
    type Entity = T::Target;
}

impl<T> QueryOptions<T> {
    /// Asks for nothing in particular.
    pub const fn new() -> Self {
        Self {
            filter: None,
            search: None,
            select: Vec::new(),
            expand: Vec::new(),
            order_by: Vec::new(),
            top: None,
            skip: None,
            counts: false,
            custom: Vec::new(),
            marker: PhantomData,
        }
    }

    /// Those that meet the condition. The last one counts.
    pub fn filter<P, I>(mut self, condition: Filter<P>) -> Self
    where
        T: DerivedFrom<P, I>,
    {
        self.filter = Some(condition.to_string());
        self
    }

    /// Those that match the text, as one phrase.
    pub fn search(mut self, phrase: &str) -> Self {
        self.search = Some(format!("\"{}\"", phrase.replace('\\', "\\\\").replace('"', "\\\"")));
        self
    }

    /// This property, and others that are selected, instead of all.
    pub fn select<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath,
        T: DerivedFrom<P::Owner, I>,
    {
        self.select.push(property.into_property_path().to_string());
        self
    }

    /// What a navigation property leads to, within the instance.
    pub fn expand<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath<Access: Navigable>,
        T: DerivedFrom<P::Owner, I>,
    {
        self.put_expand(property.into_property_path().to_string(), String::new());
        self
    }

    /// What a navigation property leads to, within the instance, as these options ask for it. A
    /// property that is expanded a second time is expanded as the last one says.
    pub fn expand_with<P, I>(
        mut self,
        property: P,
        options: QueryOptions<<P::Value as Navigate>::Entity>,
    ) -> Self
    where
        P: IntoPropertyPath<Value: Navigate, Access: Navigable>,
        T: DerivedFrom<P::Owner, I>,
    {
        let standard = options.standard().map(|(name, value)| format!("{name}={value}"));
        let custom = options.custom.iter().map(|(name, value)| format!("{}={}", inner(name), inner(value)));
        let options: Vec<_> = standard.chain(custom).collect();
        let options = if options.is_empty() { String::new() } else { format!("({})", options.join(";")) };
        self.put_expand(property.into_property_path().to_string(), options);
        self
    }

    fn put_expand(&mut self, property: String, options: String) {
        self.expand.retain(|(earlier, _)| *earlier != property);
        self.expand.push((property, options));
    }

    /// The smallest value of the property first.
    pub fn order_by<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath,
        T: DerivedFrom<P::Owner, I>,
    {
        self.order_by.push(property.into_property_path().to_string());
        self
    }

    /// The greatest value of the property first.
    pub fn order_by_descending<P, I>(mut self, property: P) -> Self
    where
        P: IntoPropertyPath,
        T: DerivedFrom<P::Owner, I>,
    {
        self.order_by.push(format!("{} desc", property.into_property_path()));
        self
    }

    /// So many at most.
    pub fn top(mut self, most: u64) -> Self {
        self.top = Some(most);
        self
    }

    /// Without the first so many.
    pub fn skip(mut self, first: u64) -> Self {
        self.skip = Some(first);
        self
    }

    /// With their [count](crate::Collection::count), on all pages together.
    pub fn count(mut self) -> Self {
        self.counts = true;
        self
    }

    /// An option that the standard does not have.
    pub fn custom(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.custom.push((name.to_owned(), value.to_string()));
        self
    }

    /// Names and values, without percent-encoding.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, String)> {
        let custom = self.custom.iter().map(|(name, value)| (name.as_str(), value.clone()));
        self.standard().chain(custom)
    }

    fn standard(&self) -> impl Iterator<Item = (&str, String)> {
        let list = |names: &Vec<String>| (!names.is_empty()).then(|| names.join(","));
        let options = [
            ("$filter", self.filter.clone()),
            ("$search", self.search.clone()),
            ("$select", list(&self.select)),
            (
                "$expand",
                list(&self.expand.iter().map(|(property, options)| format!("{property}{options}")).collect()),
            ),
            ("$orderby", list(&self.order_by)),
            ("$top", self.top.map(|top| top.to_string())),
            ("$skip", self.skip.map(|skip| skip.to_string())),
            ("$count", self.counts.then(|| "true".to_owned())),
        ];
        options.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }
}

/// A text of the caller's inside of the parentheses of an expanded property, which it can't close.
fn inner(text: &str) -> String {
    let encoded = |character: char| match character {
        ';' | '(' | ')' | '&' | '=' | '%' => format!("%{:02X}", u32::from(character)),
        character => character.to_string(),
    };
    text.chars().map(encoded).collect()
}

impl<T> Default for QueryOptions<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for QueryOptions<T> {
    fn clone(&self) -> Self {
        Self {
            filter: self.filter.clone(),
            search: self.search.clone(),
            select: self.select.clone(),
            expand: self.expand.clone(),
            order_by: self.order_by.clone(),
            custom: self.custom.clone(),
            ..*self
        }
    }
}

impl<T> fmt::Display for QueryOptions<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, (name, value)) in self.pairs().enumerate() {
            write!(f, "{}{name}={value}", if position == 0 { "" } else { "&" })?;
        }
        Ok(())
    }
}

impl<T> fmt::Debug for QueryOptions<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "QueryOptions({self})")
    }
}
