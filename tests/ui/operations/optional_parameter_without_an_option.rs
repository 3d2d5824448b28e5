use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n")]
struct Close {
    #[odata(optional)]
    reason: String,
}

fn main() {}
