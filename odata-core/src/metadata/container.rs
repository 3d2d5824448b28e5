//! Metadata of entity containers.

use super::{Operation, ValueType};

/// An entity container: the entity sets, singletons and imports of a service (CSDL 4.01, clause 13). The derive macro
/// [`ODataContainer`](derive@crate::ODataContainer) generates the `Container`.
#[derive(Clone, Copy, Debug)]
pub struct Container {
    qualified_name: &'static str,
    members: &'static [ContainerMember],
}

/// An entity set, a singleton, or an action import or function import of a [`Container`].
#[derive(Clone, Copy, Debug)]
pub struct ContainerMember {
    name: &'static str,
    kind: ContainerMemberKind,
}

/// The kind of a [`ContainerMember`], with the metadata of its entity type or operation.
#[derive(Clone, Copy, Debug)]
pub enum ContainerMemberKind {
    /// An entity set with the type of its entities.
    EntitySet(ValueType),
    /// A singleton with the type of its entity. The type of the entity is nullable if the singleton may be `null`
    /// (`Nullable="true"`).
    Singleton(ValueType),
    /// An action import or a function import with its operation.
    Import(&'static Operation),
}

impl Container {
    /// Creates a container from its qualified name, such as `microsoft.graph.GraphService`, and its members.
    #[must_use]
    pub const fn new(qualified_name: &'static str, members: &'static [ContainerMember]) -> Self {
        Self { qualified_name, members }
    }

    /// Returns the qualified name of the container.
    #[must_use]
    pub const fn qualified_name(&self) -> &'static str {
        self.qualified_name
    }

    /// Returns the entity sets, singletons and imports in declaration order.
    #[must_use]
    pub const fn members(&self) -> &'static [ContainerMember] {
        self.members
    }
}

impl ContainerMember {
    /// Creates a member of a container from its name, such as `users`, and its kind.
    #[must_use]
    pub const fn new(name: &'static str, kind: ContainerMemberKind) -> Self {
        Self { name, kind }
    }

    /// Returns the name of the member, such as `users`. The name is the URL path of the member, relative to the service
    /// root.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the kind of the member.
    #[must_use]
    pub const fn kind(&self) -> ContainerMemberKind {
        self.kind
    }
}
