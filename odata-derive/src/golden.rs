//! What the derives write, held against files that a person has read.
//!
//! `UPDATE_GOLDEN=1 cargo test -p odata-derive` writes the files anew. They are compared as tokens, so that their layout does not
//! matter; read the difference before it is committed.

use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Derive;

#[track_caller]
fn check(name: &str, which: Derive, item: TokenStream) {
    let expansion = crate::derive(which, &syn::parse2(item).expect("an item"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name).with_extension("golden");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let file = syn::parse2(expansion).expect("an expansion is Rust");
        std::fs::write(&path, prettyplease::unparse(&file)).expect("the golden file can be written");
        return;
    }
    let golden = std::fs::read_to_string(&path).expect("a golden file");
    let [golden, expansion] = [golden.parse().expect("the golden file is Rust"), expansion].map(as_laid_out);
    assert!(golden == expansion, "`{name}` has another expansion:\n{expansion}");
}

/// In the layout of the golden files, which adds and drops commas.
fn as_laid_out(tokens: TokenStream) -> String {
    prettyplease::unparse(&syn::parse2(tokens).expect("Rust"))
}

#[test]
fn a_small_type() {
    check(
        "small",
        Derive::Complex,
        quote! {
            #[odata(namespace = "microsoft.graph")]
            pub struct ResultInfo {
                /// A number of the service's.
                pub code: i32,
                pub message: Option<String>,
                #[odata(extra)]
                pub extra: Extra,
            }
        },
    );
}

#[test]
fn type_that_overrides_the_access_of_its_key() {
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
fn a_derived_type() {
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
fn a_type_that_adds_nothing_to_its_base() {
    check(
        "adds_nothing",
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
fn a_polymorphic_type() {
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
fn an_enumeration_type() {
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
fn a_set_of_flags() {
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
