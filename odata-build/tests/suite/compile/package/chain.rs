//! An inheritance chain of 100 types compiles with the default recursion limit.

mod model;

use model::chain::{AnyType0, Type0, Type50, Type99};
use odata_core::DerivedFrom;

pub fn check() {
    let properties: String = (0..100).map(|number| format!(",\"p{number}\":{number}")).collect();
    let payload = format!(r##"{{"@odata.type":"#chain.type99","id":"1"{properties},"other":true}}"##);
    let last: Type99 = serde_json::from_str(&payload).expect("read");
    assert_eq!(last.p99, Some(99));
    assert_eq!(last.clone(), last);
    assert!(format!("{last:?}").contains("p0: Some(0)"));
    assert_eq!(serde_json::to_string(&last).expect("written"), payload);
    let middle: &Type50 = last.upcast_ref();
    assert_eq!(middle.p50, Some(50));
    let root: Type0 = last.upcast();
    assert_eq!((root.id.as_deref(), root.p0), (Some("1"), Some(0)));

    let any: AnyType0 = serde_json::from_str(&payload).expect("read");
    assert!(matches!(&any, AnyType0::Type99(last) if last.p99 == Some(99)));
    assert_eq!(any.clone(), any);
    assert_eq!(serde_json::to_string(&any).expect("written"), payload);
}
