use odata_core::{ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "n")]
enum Kind {
    Good,
    #[odata(unknown)]
    Unknown(i32),
}

fn main() {}
