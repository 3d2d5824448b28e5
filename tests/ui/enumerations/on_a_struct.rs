use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph")]
struct Status {
    running: bool,
}

fn main() {}
