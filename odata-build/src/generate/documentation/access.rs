//! Doc comment sentences about whether clients can read and write a property.

use crate::document::{Annotations, Expression};

const READ_ONLY: &str = "Read-only.";

/// Returns sentences about the annotations `Core.ComputedDefaultValue` and `Core.Permissions` of a property. The sentence "Read-only." is
/// omitted if the description of the property already contains "read-only".
pub(super) fn sentences(annotations: &Annotations) -> Vec<String> {
    let default = annotations.value_of("Org.OData.Core.V1.ComputedDefaultValue");
    let has_default = default.is_some_and(Expression::is_true);
    let default =
        has_default.then_some("The service provides a default value if a create request omits the property.");
    let permissions =
        permissions(annotations).filter(|sentence| *sentence != READ_ONLY || !is_described(annotations));
    default.into_iter().chain(permissions).map(str::to_owned).collect()
}

/// Checks whether the description of a property contains "read-only", as many descriptions in Microsoft Graph do.
fn is_described(annotations: &Annotations) -> bool {
    let descriptions = [&annotations.description, &annotations.long_description];
    let mut texts = descriptions.into_iter().flatten().map(|text| text.to_lowercase());
    texts.any(|text| text.contains("read-only") || text.contains("read only"))
}

fn permissions(annotations: &Annotations) -> Option<&'static str> {
    if annotations.is_read_only {
        return Some(READ_ONLY);
    }
    let value = annotations.value_of("Org.OData.Core.V1.Permissions")?.text()?;
    // The value consists of members of a flags enumeration, such as `Org.OData.Core.V1.Permission/Read`, `Read,Write` or `3`.
    let members = value.split([',', ' ']).filter(|member| !member.is_empty());
    let permissions = members.map(|member| match member.rsplit('/').next()? {
        "None" | "0" => Some((false, false)),
        "Read" | "1" => Some((true, false)),
        "Write" | "2" => Some((false, true)),
        "ReadWrite" | "3" => Some((true, true)),
        _ => None,
    });
    let permissions: Option<Vec<_>> = permissions.collect();
    let granted = permissions?.into_iter().reduce(|one, other| (one.0 || other.0, one.1 || other.1))?;
    Some(match granted {
        (false, false) => "Clients can't read or write the property.",
        (true, false) => READ_ONLY,
        (false, true) => "Write-only.",
        (true, true) => "Clients can read and write the property.",
    })
}
