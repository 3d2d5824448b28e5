//! `root_property()`: a property of an entity at a path that starts at the root of the service.

use percent_encoding::percent_decode_str;

use super::computed::Computed;
use super::{AnyType, property_name, validation};
use crate::request::{EntityPath, ServicePath};
use crate::structured::BaseTypeOf;
use crate::typed_property::{IntoPropertyPath, Operand};

/// Returns `$root/path/property`, a property of an entity that is identified by its path in the service (URL conventions
/// 4.01, clause 5.1.1.16.5).
///
/// For example, `$root/employees('A1245')/lastName` is the last name of the employee `A1245` in a condition on entities
/// of any type. If the path can't be written into an expression, building the request returns an error. For example, the
/// path is invalid if it was created from a link to another service, or if a key is a path segment that contains
/// characters other than letters, digits, `_`, `-` and `.`.
///
/// ```
/// use odata_core::ODataEntity;
/// use odata_core::query::{QueryOptions, root_property};
/// use odata_core::request::{KeyForm, Service};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "n")]
/// struct Employee {
///     last_name: Option<String>,
/// }
///
/// let service = Service::new("https://host")?.with_keys(KeyForm::Parentheses);
/// let other = service.entity_set::<Employee>("employees").key("A1245");
/// let same_name = Employee::LAST_NAME.eq(root_property(&other, Employee::LAST_NAME));
/// let options = QueryOptions::<Employee>::new().filter(same_name);
/// assert_eq!(options.to_string(), "$filter=lastName eq $root/employees('A1245')/lastName");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn root_property<T, N, P, I>(entity: &EntityPath<T, N>, property: P) -> Operand<AnyType, P::Value>
where
    P: IntoPropertyPath<Owner: BaseTypeOf<T, I>>,
{
    let path = path(entity.service_path()).map(|path| format!("{path}/{}", property.into_property_path()));
    Operand::new(Computed::RootPath(path).into())
}

/// Returns the path of a resource in the syntax of expressions: `$root/employees('A1245')`.
///
/// # Errors
///
/// Returns a message if the URL of the resource is invalid, or if it can't be written into an expression.
fn path(path: &ServicePath) -> Result<String, String> {
    let (root, url) = path.root_and_url().map_err(ToString::to_string)?;
    let relative = url.strip_prefix(root).and_then(|rest| rest.strip_prefix('/'));
    let relative = relative.ok_or_else(|| format!("`{url}` doesn't start with the root URL `{root}`"))?;
    let mut written = "$root".to_owned();
    for segment in relative.split('/') {
        let segment = percent_decode_str(segment).decode_utf8_lossy();
        check(&segment).map_err(|reason| format!("`{segment}` can't be written after `$root`: {reason}"))?;
        written.push('/');
        written += &segment;
    }
    Ok(written)
}

/// Checks that a segment is a name, a name with a key in parentheses, or a key with the characters of a name.
fn check(segment: &str) -> Result<(), String> {
    let is_word = |text: &str| {
        let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.');
        !text.is_empty() && text.chars().all(is_part)
    };
    if is_word(segment) {
        return Ok(());
    }
    let Some((name, key)) = segment.split_once('(') else {
        return Err("it isn't a name or a key in parentheses".to_owned());
    };
    property_name::check(name)?;
    match key.strip_suffix(')') {
        Some(key) => validation::check(key),
        None => Err("a `)` is missing".to_owned()),
    }
}
