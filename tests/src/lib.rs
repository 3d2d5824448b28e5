//! Runs the code blocks of the README and of the guide as doc tests. Some code blocks need crates that odata-core doesn't depend on.

#[doc = include_str!("../../README.md")]
const _: () = ();

macro_rules! pages {
    ($($file:literal)*) => {
        $(
            #[doc = include_str!($file)]
            const _: () = ();
        )*
    };
}

pages! {
    "../../odata-core/docs/guide/modeling.md"
    "../../odata-core/docs/guide/inheritance.md"
    "../../odata-core/docs/guide/enumerations.md"
    "../../odata-core/docs/guide/open_types.md"
    "../../odata-core/docs/guide/create_update.md"
    "../../odata-core/docs/guide/requests.md"
    "../../odata-core/docs/guide/graph_requests.md"
    "../../odata-core/docs/guide/sending.md"
    "../../odata-core/docs/guide/synchronizing.md"
    "../../odata-core/docs/guide/serving.md"
    "../../odata-core/docs/guide/errors.md"
    "../../odata-core/docs/guide/generating.md"
    "../../odata-core/docs/guide/checking.md"
    "../../odata-core/docs/guide/compile_times.md"
    "../../odata-core/docs/guide/migrating.md"
}
