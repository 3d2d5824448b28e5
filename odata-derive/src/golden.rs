//! Tests that compare the generated code with golden files, which contain the expected code.
//!
//! `UPDATE_GOLDEN=1 cargo test -p odata-derive` updates the golden files. Review the diff of the golden files before you commit it. The
//! tests compare tokens, so the formatting of a golden file doesn't matter.

use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Derive;

#[track_caller]
fn check(name: &str, derive: Derive, item: TokenStream) {
    let expansion = crate::derive(derive, &syn::parse2(item).expect("an item"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name).with_extension("golden");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let file = syn::parse2(expansion).expect("an expansion is Rust");
        std::fs::write(&path, prettyplease::unparse(&file)).expect("the golden file can be written");
        return;
    }
    let golden = std::fs::read_to_string(&path).expect("a golden file");
    let [golden, expansion] = [golden.parse().expect("the golden file is Rust"), expansion].map(formatted);
    assert!(golden == expansion, "the expansion of `{name}` differs from the golden file:\n{expansion}");
}

/// Formats tokens in the same way as the golden files. The tests format both the generated code and the golden file before the comparison,
/// because the formatter adds and removes commas.
fn formatted(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("Rust"))
}

#[test]
fn small_type() {
    check(
        "small",
        Derive::Complex,
        quote! {
            #[odata(namespace = "microsoft.graph")]
            pub struct ResultInfo {
                /// A number that the service defines.
                pub code: i32,
                pub message: Option<String>,
                #[odata(extra)]
                pub extra: Extra,
            }
        },
    );
}

#[test]
fn override_of_key_access() {
    check(
        "key_access",
        Derive::Entity,
        quote! {
            #[odata(namespace = "microsoft.graph.externalConnectors")]
            pub struct ExternalConnection {
                #[odata(base, key = "optional")]
                pub entity: Entity,
                pub name: Option<String>,
                #[odata(navigation, contained)]
                pub items: Option<Vec<ExternalItem>>,
            }
        },
    );
}

#[test]
fn derived_type() {
    check(
        "derived",
        Derive::Entity,
        quote! {
            #[odata(namespace = "microsoft.graph.security")]
            struct CaseOperation {
                #[odata(base)]
                entity: Entity,
                #[odata(computed)]
                created_date_time: Option<DateTime<Utc>>,
                #[odata(navigation)]
                review_set: Option<Box<ReviewSet>>,
            }
        },
    );
}

#[test]
fn derived_type_without_properties() {
    check(
        "without_properties",
        Derive::Entity,
        quote! {
            #[odata(namespace = "microsoft.graph.security")]
            pub struct EdiscoveryIndexOperation {
                #[odata(base)]
                pub case_operation: CaseOperation,
            }
        },
    );
}

#[test]
fn polymorphic_enum() {
    check(
        "polymorphic",
        Derive::Entity,
        quote! {
            pub enum AnyCaseOperation {
                #[odata(base)]
                CaseOperation(CaseOperation),
                Export(Box<EdiscoveryExportOperation>),
            }
        },
    );
}

#[test]
fn enumeration() {
    check(
        "enumeration",
        Derive::Enum,
        quote! {
            #[odata(namespace = "microsoft.graph.security")]
            pub enum CaseAction {
                ContentExport,
                UnknownFutureValue,
                PurgeData,
                #[odata(unknown)]
                Unknown(String),
            }
        },
    );
}

#[test]
fn flags() {
    check(
        "flags",
        Derive::Enum,
        quote! {
            #[odata(namespace = "microsoft.graph.security", flags)]
            pub enum ExportOptions {
                Tags = 1,
                Text = 2,
            }
        },
    );
}

#[test]
fn action_with_parameters() {
    check(
        "action",
        Derive::Action,
        quote! {
            #[odata(namespace = "microsoft.graph.security", binding = "EdiscoverySearch", returns = "Option<CaseOperation>")]
            pub struct ExportResult {
                pub display_name: String,
                #[odata(optional)]
                pub export_format: Option<ExportFormat>,
                #[odata(optional)]
                pub description: Option<Option<String>>,
            }
        },
    );
}

#[test]
fn function_without_parameters() {
    check(
        "function",
        Derive::Function,
        quote! {
            #[odata(
                namespace = "microsoft.graph.security",
                binding = "Vec<EdiscoveryReviewTag>",
                returns = "Vec<EdiscoveryReviewTag>",
                composable
            )]
            pub struct AsHierarchy;
        },
    );
}

#[test]
fn entity_container() {
    check(
        "container",
        Derive::Container,
        quote! {
            #[odata(namespace = "microsoft.graph", name = "GraphService")]
            pub struct Graph {
                service: Service,
                /// The users of the tenant.
                pub users: EntitySet<User>,
                pub me: Singleton<User>,
                find_users: Import<FindUsers>,
            }
        },
    );
}
