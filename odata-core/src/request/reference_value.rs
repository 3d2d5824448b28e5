//! References to entities (`$ref`) in responses.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::readable_response::ReadableResponse;
use super::response_body::Received;
use crate::extra::Extra;
use crate::json;
use crate::metadata::{TypeKind, ValueType};
use crate::untyped::{NameIndex, Untyped};
use crate::value::{ODataValue, ReadValue};

/// A reference to an entity in a response: a JSON object with the URL of the entity (OData 4.01 JSON format, clause 14).
///
/// Use [`CollectionPath::references`](super::CollectionPath::references) or
/// [`EntityPath::reference`](super::EntityPath::reference) to read references. To create requests for the entity, pass
/// the [`id`](Self::id) of the reference to [`Service::entity_at`](super::Service::entity_at).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntityReference {
    id: String,
    extra: Extra,
}

impl EntityReference {
    /// Returns the URL that identifies the entity (`@odata.id`). The URL can be relative.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns all members of the JSON object, such as `@odata.id` and `@odata.type`.
    #[must_use]
    pub const fn extra(&self) -> &Extra {
        &self.extra
    }
}

impl ReadableResponse for EntityReference {
    fn from_received(received: Received<'_>) -> json::Result<Self> {
        received.json()
    }
}

impl ODataValue for EntityReference {
    const TYPE: ValueType = ValueType::new(TypeKind::Untyped);

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl<'de> ReadValue<'de> for EntityReference {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Untyped::Object(members) = Untyped::read(deserializer)? else {
            return Err(D::Error::custom("an entity reference must be an object with `@odata.id`"));
        };
        let (mut extra, mut names) = (Extra::new(), NameIndex::default());
        for (name, value) in members {
            extra.push_new(&name, value, &mut names).map_err(D::Error::custom)?;
        }
        let id =
            extra.id().ok_or_else(|| D::Error::custom("an entity reference has no `@odata.id`"))?.to_owned();
        Ok(Self { id, extra })
    }
}

impl Serialize for EntityReference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.extra.iter())
    }
}

impl<'de> Deserialize<'de> for EntityReference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Self as ReadValue<'de>>::read(deserializer)
    }
}
