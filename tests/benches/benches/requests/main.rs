//! Measures the time of a request with odata-reqwest, and compares it with reqwest and `serde_json` in the same run:
//! `cargo bench -p odata-benches --bench requests`.
//!
//! A server in the same process sends fixed responses over the loopback interface. The clients send their requests alternately,
//! so a change of the machine's load affects all of them. The table has the ratios of the medians, and each measurement is
//! repeated three times.

mod measure;
mod model;
mod odata;
mod plain;
mod server;

use measure::{Case, measure};
use server::Server;

/// How often each measurement is repeated.
const REPETITIONS: usize = 3;

fn main() {
    let server = Server::start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    println!("| Request | Median | Ratio to reqwest and serde | Ratio to reqwest and the derived model |");
    println!("|---|---|---|---|");
    for case in Case::all(&runtime, &server) {
        let measured: Vec<_> = (0..REPETITIONS).map(|_| measure(&case)).collect();
        let ratios = |of: fn(&measure::Measured) -> Option<f64>| {
            let ratios: Option<Vec<_>> =
                measured.iter().map(|measured| Some(format!("{:.2}", of(measured)?))).collect();
            ratios.map_or_else(|| "—".to_owned(), |ratios| ratios.join(", "))
        };
        println!(
            "| {} | {:.0} µs | {} | {} |",
            case.name,
            measured[0].odata.as_secs_f64() * 1e6,
            ratios(|measured| Some(measured.ratio(measured.serde))),
            ratios(|measured| measured.derived.map(|derived| measured.ratio(derived))),
        );
    }
}
