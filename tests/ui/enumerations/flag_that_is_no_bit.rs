use odata_core::{ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "n", flags)]
enum Kind {
    One = 1,
    Two = 2,
    Five = 5,
}

fn main() {}
