//! The metadata of OData types, as declared in a CSDL document: names, properties, base types and enumeration members.
//!
//! The derive macros generate the metadata of each type as a constant.
//!
//! ```
//! use odata_core::{ODataComplex, ODataStructured};
//!
//! /// `microsoft.graph.resultInfo`
//! #[derive(ODataComplex)]
//! #[odata(namespace = "microsoft.graph")]
//! struct ResultInfo {
//!     code: i32,
//!     message: Option<String>,
//! }
//!
//! let metadata = ResultInfo::METADATA;
//! assert_eq!(metadata.qualified_name(), "microsoft.graph.resultInfo");
//! let [code, message] = metadata.own_properties() else { unreachable!() };
//! assert_eq!((code.name(), code.value_type().to_string()), ("code", "Edm.Int32".to_owned()));
//! assert!(message.value_type().is_nullable());
//! ```

mod container;
mod enumeration;
mod key_access;
mod key_path;
mod names;
mod operation;
mod property;
mod property_name_filter;
mod property_table;
mod structured;
mod type_index;
mod type_key;
mod type_name;
pub(crate) mod type_set;
mod value_type;
mod version;

pub use container::{Container, ContainerMember, ContainerMemberKind};
pub(crate) use enumeration::number;
pub use enumeration::{EnumerationType, Member};
pub use key_access::KeyAccess;
pub use key_path::KeyPath;
pub use operation::{Operation, OperationKind};
pub use property::Property;
pub use structured::{StructuredKind, StructuredType, TypeAnnotationMode};
pub use type_index::TypeIndex;
pub use type_set::TypeSet;
pub use value_type::{PrimitiveType, TypeKind, ValueType};
#[doc(hidden)]
pub use version::is_version;
