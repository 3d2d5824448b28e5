//! Models with many versions of types that refer to each other: flat enums, and one struct for all versions.

mod flat;
mod merged;

use serde::{Serialize, de::DeserializeOwned};

pub fn check() {
    assert_send_and_sync::<flat::device0::AnyDevice0>();
    assert_send_and_sync::<flat::resource::AnyResource>();
    assert_send_and_sync::<merged::device0::Device0>();
    assert_send_and_sync::<merged::resource::AnyResource>();
    check_flat();
    check_merged();
}

fn assert_send_and_sync<T: Send + Sync>() {}

/// Returns a JSON resource with properties that all versions since 1.2.0 declare, and one property that no version declares.
fn resource(version: &str) -> String {
    format!(
        r##"{{"@odata.type":"#Device0.{version}.Device0","Id":"1","Size0":1,"Links":{{"@odata.type":"#Device0.{version}.Links","Next0":[{{"@odata.type":"#Device1.v1_0_0.Device1","Id":"2","Size0":3}}]}},"Size1":2,"Size2":4,"Rack":5}}"##
    )
}

fn check_flat() {
    use flat::device0::AnyDevice0;

    let known = written_back::<AnyDevice0>(&resource("v1_2_0"));
    assert!(matches!(known, AnyDevice0::V1_2_0(device) if device.size2 == Some(4)));
    let older = written_back::<AnyDevice0>(r##"{"@odata.type":"#Device0.v1_0_0.Device0","Id":"1","Size0":1}"##);
    assert!(matches!(older, AnyDevice0::V1_0_0(device) if device.size0 == Some(1)));
    let unknown = written_back::<AnyDevice0>(&resource("v1_99_0"));
    assert!(matches!(unknown, AnyDevice0::Device0(device) if device.resource.id.as_deref() == Some("1")));
    written_back::<flat::resource::AnyResource>(&resource("v1_9_0"));
    written_back::<flat::resource::AnyResource>(&resource("v1_99_0"));
}

fn check_merged() {
    use merged::device0::Device0;
    use merged::resource::AnyResource;

    for version in ["v1_0_0", "v1_2_0", "v1_99_0"] {
        let device = written_back::<Device0>(&resource(version));
        let links = device.links.expect("links");
        assert_eq!((device.size0, device.size2), (Some(1), Some(4)));
        assert_eq!(links.next0.expect("resources").len(), 1);
        let any = written_back::<AnyResource>(&resource(version));
        assert!(matches!(any, AnyResource::Device0(device) if device.size2 == Some(4)));
    }
}

/// Deserializes a value, and checks that serializing it returns the same JSON.
#[track_caller]
fn written_back<T: Serialize + DeserializeOwned>(payload: &str) -> T {
    let value: T = serde_json::from_str(payload).expect("read");
    assert_eq!(serde_json::to_string(&value).expect("written"), payload);
    value
}
