use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n")]
enum Close {}

fn main() {}
