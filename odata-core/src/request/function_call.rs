//! The URL of a function call (URL conventions, clause 4.5).

use super::escape;
use super::request_error::RequestError;
use super::service_path::ServicePath;
use crate::body::{self, InvalidBody};
use crate::metadata::Property;
use crate::operation::ODataOperation;
use crate::query::Literal;
use crate::untyped::Untyped;
use crate::wire_format::WireFormat;

/// The length in bytes from which a literal is passed as a parameter alias. Some servers limit the length of a path
/// segment to 260 characters.
const LONG: usize = 128;

/// Appends the call of a function to a path: `…/ns.name(id=1,names=@names)`.
pub(super) fn path<F: ODataOperation>(path: &ServicePath, name: &str, function: &F) -> ServicePath {
    let format = path.service.wire_format();
    let arguments = match format.scope(|| body::of_function(function)) {
        Ok(arguments) => arguments,
        Err(error) => return path.failed(error.into()),
    };
    let mut path = path.segment(name).with(Ok("(".to_owned()));
    let parameters = F::METADATA.parameters().iter();
    let values = parameters.filter_map(|parameter| Some((parameter, arguments.get(parameter.name())?)));
    for (position, (parameter, value)) in values.enumerate() {
        let separator = if position == 0 { "" } else { "," };
        path = path.with(Ok(format!("{separator}{}=", escape::segment(parameter.name()))));
        path = match argument(parameter, value, format) {
            Ok(Argument::Literal(literal)) => path.with(Ok(escape::segment(&literal))),
            Ok(Argument::Alias(value)) => path.with_alias(parameter.name(), value),
            Err(reason) => {
                let message = format!("`{}`: {reason}", parameter.name());
                return path.failed(RequestError::Body(InvalidBody::new(message)));
            }
        };
    }
    path.with(Ok(")".to_owned()))
}

/// The value of a parameter in a URL.
enum Argument {
    /// A literal inside of the parentheses.
    Literal(String),
    /// The value of a parameter alias, which is a query option. Only an alias can contain JSON, and a `/` in a path segment
    /// is decoded by many servers before they split the path.
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

/// Checks whether the value is an object that isn't a spatial value, which has a literal form.
fn is_json_object(parameter: &Property, value: &Untyped) -> bool {
    matches!(value, Untyped::Object(_)) && parameter.value_type().primitive_type().is_none()
}
