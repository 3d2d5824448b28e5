use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n")]
struct Close {
    #[odata(key)]
    id: String,
}

fn main() {}
