use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n")]
struct Close {
    reason: String,
    #[odata(name = "reason")]
    why: String,
}

fn main() {}
