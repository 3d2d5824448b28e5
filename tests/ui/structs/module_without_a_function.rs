use odata_core::ODataComplex;

mod dose {
    use odata_core::serde::Serializer;

    pub fn serialize<S: Serializer>(dose: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(*dose)
    }
}

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Prescription {
    #[odata(with = "dose")]
    dose: u32,
}

fn main() {}
