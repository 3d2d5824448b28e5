use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(namespace = "microsoft.graph", flags)]
enum ExportOptions {
    OriginalFiles = 1,
    Text = 2,
    Tags,
}

fn main() {}
