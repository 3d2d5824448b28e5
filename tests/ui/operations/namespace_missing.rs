use odata_core::ODataAction;

#[derive(ODataAction)]
struct Close {}

fn main() {}
