//! A guide to odata-core, with one page for each task.
//!
//! To start, read [`modeling`], [`create_update`], [`requests`] and [`sending`]. To generate the model from a `$metadata`
//! document instead of writing it, read [`generating`].
//!
//! Examples with `odata_examples` use the models of the package `examples` in the repository. Replace them with the module
//! of your model. The module `odata_examples::graph_v1` is generated; the module `odata_examples::security` is handwritten.
//!
//! The [attribute reference](crate::attributes) describes each attribute of the derive macros.

macro_rules! pages {
    ($($name:ident $file:literal)*) => {
        $(
            #[doc = include_str!($file)]
            pub mod $name {}
        )*
    };
}

pages! {
    modeling "../docs/guide/modeling.md"
    inheritance "../docs/guide/inheritance.md"
    enumerations "../docs/guide/enumerations.md"
    open_types "../docs/guide/open_types.md"
    create_update "../docs/guide/create_update.md"
    requests "../docs/guide/requests.md"
    graph_requests "../docs/guide/graph_requests.md"
    sending "../docs/guide/sending.md"
    synchronizing "../docs/guide/synchronizing.md"
    serving "../docs/guide/serving.md"
    errors "../docs/guide/errors.md"
    generating "../docs/guide/generating.md"
    checking "../docs/guide/checking.md"
    compile_times "../docs/guide/compile_times.md"
    migrating "../docs/guide/migrating.md"
}
