use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph")]
enum Status {
    Running,
    UnknownFutureValue,
    #[odata(sentinel)]
    Other,
}

fn main() {}
