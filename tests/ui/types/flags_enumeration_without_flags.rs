use odata_core::ODataEntity;
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph", flags)]
enum ExportOptions {
    OriginalFiles = 1,
    Text = 2,
}

#[derive(ODataEntity)]
#[odata(namespace = "microsoft.graph")]
struct Operation {
    export_options: Option<ExportOptions>,
}

fn main() {}
