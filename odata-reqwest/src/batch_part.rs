//! The requests of a batch.

use std::collections::BTreeMap;

use http::Method;
use serde_json::value::{RawValue, to_raw_value};

/// The members of a JSON object. The values remain unparsed JSON, which preserves all digits of numbers.
pub(crate) type Members = BTreeMap<String, Box<RawValue>>;

/// A request in the body of a batch request.
#[derive(Clone)]
pub(crate) struct Part {
    pub(crate) id: String,
    /// The identifier of the atomicity group.
    pub(crate) group: Option<String>,
    /// The identifiers of the requests and atomicity groups that must succeed before this request is executed
    /// (`dependsOn`).
    pub(crate) depends_on: Vec<String>,
    pub(crate) is_idempotent: bool,
    members: Members,
}

impl Part {
    /// Parses the body of a batch request.
    pub(crate) fn parse_all(body: &[u8]) -> serde_json::Result<Vec<Self>> {
        let mut body: Members = serde_json::from_slice(body)?;
        let requests = body.remove("requests").map(|requests| serde_json::from_str(requests.get()));
        let requests: Vec<Members> = requests.transpose()?.unwrap_or_default();
        requests.into_iter().map(Self::parse).collect()
    }

    fn parse(members: Members) -> serde_json::Result<Self> {
        let text = |name: &str| -> serde_json::Result<Option<String>> {
            members.get(name).map(|value| serde_json::from_str(value.get())).transpose()
        };
        let depends_on = members.get("dependsOn").map(|ids| serde_json::from_str(ids.get())).transpose()?;
        let method: Option<Method> = text("method")?.and_then(|method| method.parse().ok());
        Ok(Self {
            id: text("id")?.unwrap_or_default(),
            group: text("atomicityGroup")?,
            depends_on: depends_on.unwrap_or_default(),
            is_idempotent: method.is_some_and(|method| method.is_idempotent()),
            members,
        })
    }

    /// Checks whether this request and `other` must be sent in the same batch request.
    pub(crate) fn belongs_to(&self, other: &Self) -> bool {
        let is_same_group = self.group.is_some() && self.group == other.group;
        is_same_group || self.depends_on(other) || other.depends_on(self)
    }

    /// Checks whether the service executes this request only if the request `other` succeeds.
    pub(crate) fn depends_on(&self, other: &Self) -> bool {
        self.depends_on.iter().any(|id| *id == other.id || other.group.as_ref() == Some(id))
    }

    /// Checks whether the URL or the body of this request contains a reference to the result of the request `other`,
    /// such as `"$1/members"`.
    pub(crate) fn refers_to(&self, other: &Self) -> bool {
        let reference = format!("\"${}", other.id);
        self.members.values().any(|value| {
            let mut matches =
                value.get().match_indices(&reference).map(|(position, _)| position + reference.len());
            matches.any(|end| !value.get()[end..].starts_with(|next: char| next.is_ascii_digit()))
        })
    }

    /// Removes the identifiers of all requests except for `others` from `dependsOn`. The removed requests have already
    /// succeeded, and aren't sent again.
    pub(crate) fn depend_only_on(&mut self, others: &[Self]) -> serde_json::Result<()> {
        let is_other =
            |id: &String| others.iter().any(|other| other.id == *id || other.group.as_ref() == Some(id));
        self.depends_on.retain(is_other);
        self.members.remove("dependsOn");
        if !self.depends_on.is_empty() {
            self.members.insert("dependsOn".to_owned(), to_raw_value(&self.depends_on)?);
        }
        Ok(())
    }

    /// Writes requests as the body of a batch request.
    pub(crate) fn body_of(parts: &[Self]) -> serde_json::Result<Vec<u8>> {
        let requests: Vec<&Members> = parts.iter().map(|part| &part.members).collect();
        serde_json::to_vec(&BTreeMap::from([("requests", requests)]))
    }
}
