use odata_core::{ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "n")]
enum Kind {
    Good,
    #[odata(sentinel, unknown)]
    Unknown(String),
}

fn main() {}
