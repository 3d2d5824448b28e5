use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n", binding = "Option<String>")]
struct Close {}

fn main() {}
