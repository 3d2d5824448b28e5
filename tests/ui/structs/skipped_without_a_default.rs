use odata_core::ODataComplex;

struct Connection;

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Prescription {
    #[odata(skip)]
    connection: Connection,
}

fn main() {}
