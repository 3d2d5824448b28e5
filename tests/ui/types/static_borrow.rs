use std::borrow::Cow;

use odata_core::ODataComplex;

#[derive(ODataComplex)]
#[odata(namespace = "n")]
struct Name {
    text: Option<Cow<'static, str>>,
}

fn main() {}
