use odata_core::{ODataEntity, ODataEnum};

#[derive(ODataEnum)]
#[odata(namespace = "n")]
enum Status {
    Open,
    Completed,
}

#[derive(ODataEntity)]
#[odata(namespace = "n")]
struct Task {
    status: Option<Status>,
}

fn main() {
    let _ = Task::STATUS.eq("completed");
}
