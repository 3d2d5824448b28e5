//! `run_time_property()`: a property whose name is known only at run time, as an operand.

use super::AnyType;
use super::computed::Computed;
use crate::typed_property::Operand;

/// Returns a property whose name is known only at run time, such as a property of a schema extension.
///
/// The type parameter `V` is the type of the property's value. The argument is the path of the property, without
/// percent-encoding: `extension_x/name`. Building the request returns an error if a segment of the path isn't a valid
/// name of a property, a type or an annotation. The path can't inject other syntax into the condition, because building
/// the request checks the path.
///
/// The property can be used in conditions on every type. Inside of [`any`](Operand::any) and [`all`](Operand::all), the
/// path is relative to the element of the collection.
///
/// ```
/// use odata_core::ODataEntity;
/// use odata_core::query::{QueryOptions, run_time_property};
///
/// #[derive(ODataEntity)]
/// #[odata(namespace = "microsoft.graph")]
/// struct Group {
///     display_name: Option<String>,
/// }
///
/// let course = run_time_property::<Option<i32>>("contoso_courses/courseId");
/// let options = QueryOptions::<Group>::new()
///     .filter(Group::DISPLAY_NAME.starts_with("A").and(course.gt(100)))
///     .order_by(&course);
/// assert_eq!(
///     options.to_string(),
///     "$filter=startswith(displayName,'A') and contoso_courses/courseId gt 100&$orderby=contoso_courses/courseId",
/// );
/// ```
#[must_use]
pub fn run_time_property<V>(path: impl Into<String>) -> Operand<AnyType, V> {
    Operand::new(Computed::RunTimePath(path.into()).into())
}
