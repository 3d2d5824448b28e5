use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "n")]
#[repr(u64)]
enum Size {
    Small = 1,
    Largest = u64::MAX,
}

fn main() {}
