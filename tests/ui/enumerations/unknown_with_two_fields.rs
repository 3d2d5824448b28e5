use odata_core::{ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "n")]
enum Kind {
    Good,
    #[odata(unknown)]
    Unknown(String, String),
}

fn main() {}
