//! The URL of a function call (URL conventions, clause 4.5).

use super::escape;
use super::service_path::ServicePath;
use crate::body::{self, InvalidBody};
use crate::metadata::Property;
use crate::operation::ODataOperation;
use crate::query::Literal;
use crate::untyped::{Members, Untyped};
use crate::wire_format::WireFormat;

/// The maximum length in bytes of an argument in the path of a function call, such as `1` in `(id=1)`. A longer
/// argument is written into the query with a parameter alias (`(id=@id)?@id=…`), because some servers reject a path
/// segment with more than 260 characters.
const LONG: usize = 128;

/// Appends the call of a function to a path: `…/ns.name(id=1,names=@names)`.
pub(super) fn path<F: ODataOperation>(path: &ServicePath, name: &str, function: &F) -> ServicePath {
    match path.service.wire_format().scope(|| body::of_function(function)) {
        Ok(arguments) => with_arguments(path.segment(name), F::METADATA.parameters(), &arguments),
        Err(error) => path.failed(error.into()),
    }
}

/// Appends the parentheses with the arguments, such as `(id=1,names=@names)`. The values of parameter aliases are added
/// to the query of the path.
fn with_arguments(mut path: ServicePath, parameters: &[Property], arguments: &Members) -> ServicePath {
    let format = path.service.wire_format();
    let mut written = Vec::new();
    for parameter in parameters {
        let name = parameter.name();
        let Some(value) = arguments.get(name) else { continue };
        let text = match argument(parameter, value, format) {
            Ok(Argument::Literal(literal)) => literal,
            Ok(Argument::Alias(value)) => path.add_alias(name, value),
            Err(reason) => {
                return path.failed(InvalidBody::new(format!("`{name}`: {reason}")).into());
            }
        };
        written.push(format!("{}={}", escape::segment(name), escape::segment(&text)));
    }
    path.with_values(Ok(format!("({})", written.join(","))))
}

/// The value of a function parameter, as it is written into the URL.
enum Argument {
    /// A literal inside of the parentheses: `(id=1)`.
    Literal(String),
    /// A value in the query, to which a parameter alias refers: `(names=@names)?@names=["a"]`. A JSON object or array
    /// is always written as a parameter alias. A literal that contains `/` is written as a parameter alias, because
    /// many servers split a path at `%2F`, the percent-encoded `/`.
    Alias(String),
}

fn argument(parameter: &Property, value: &Untyped, format: WireFormat) -> Result<Argument, String> {
    if matches!(value, Untyped::Collection(_)) || is_json_object(parameter, value) {
        return body::to_json(value, parameter.value_type()).map(Argument::Alias);
    }
    let literal = Literal::from_written(value.clone(), parameter.value_type()).format(format)?;
    let is_alias = literal.len() > LONG || literal.contains('/');
    Ok(if is_alias { Argument::Alias(literal) } else { Argument::Literal(literal) })
}

/// Checks whether the value must be written as a JSON object, such as the value of a complex type. Returns `false` for
/// a spatial value, which has a literal in URLs: `geography'…'`.
fn is_json_object(parameter: &Property, value: &Untyped) -> bool {
    matches!(value, Untyped::Object(_)) && parameter.value_type().primitive_type().is_none()
}
