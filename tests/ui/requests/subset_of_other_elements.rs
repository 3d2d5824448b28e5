use odata_core::ODataEntity;

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Values {
    numbers: Vec<i32>,
}

fn main() {
    let _ = Values::NUMBERS.has_subset([1.5]);
}
