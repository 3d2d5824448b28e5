use odata_core::{ODataComplex, ODataEntity, ODataEnum};

#[derive(ODataEntity)]
struct Entity {
    id: Option<String>,
}

#[derive(ODataComplex)]
#[odata(name = "identity")]
struct Identity {
    id: Option<String>,
}

#[derive(ODataEnum)]
enum Status {
    Running,
}

fn main() {}
