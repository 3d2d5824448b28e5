use odata_core::{ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "n")]
enum Kind {
    Good = 1,
    Better = 1,
}

fn main() {}
