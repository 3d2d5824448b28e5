//! The model of the CAP service in the folder `service`. The build script generates it from the service's `$metadata`.

include!(concat!(env!("OUT_DIR"), "/model.rs"));
