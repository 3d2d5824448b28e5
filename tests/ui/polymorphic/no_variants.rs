use odata_core::{ODataEntity};

#[derive(ODataEntity)]
enum Any {}

fn main() {}
