use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "n")]
enum Status<T> {
    Running,
    #[odata(unknown)]
    Unknown(T),
}

fn main() {}
