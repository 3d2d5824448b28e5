use odata_core::ODataAction;

#[derive(ODataAction)]
#[odata(namespace = "n")]
struct Close {
    letter: Option<char>,
}

fn main() {}
