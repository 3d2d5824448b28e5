//! The cases of the benchmark, and their measurement.

use std::hint::black_box;
use std::time::{Duration, Instant};

use odata_core::{Collection, ODataEntity};
use tokio::runtime::Runtime;

use crate::model::{self, Order, PlainCollection, PlainOrder, Size, order, plain_order};
use crate::odata::ODataClient;
use crate::plain::PlainClient;
use crate::server::Server;

/// Sends a request and returns the number of elements or bytes in the response.
type Send<'r> = Box<dyn Fn() -> usize + 'r>;

/// A request that each client sends.
pub(crate) struct Case<'r> {
    pub(crate) name: &'static str,
    /// How often each client sends the request in a measurement.
    rounds: usize,
    odata: Send<'r>,
    serde: Send<'r>,
    derived: Option<Send<'r>>,
}

/// The medians of a measurement.
pub(crate) struct Measured {
    pub(crate) odata: Duration,
    pub(crate) serde: Duration,
    pub(crate) derived: Option<Duration>,
}

impl Measured {
    /// Returns the ratio of odata-reqwest to another client.
    pub(crate) fn ratio(&self, other: Duration) -> f64 {
        self.odata.as_secs_f64() / other.as_secs_f64()
    }
}

/// Creates a closure that sends a request. Its expression can use the client with the given name.
macro_rules! send {
    ($runtime:expr, $client:ident, $send:expr) => {{
        let ($client, runtime) = ($client.clone(), $runtime);
        Box::new(move || runtime.block_on(async { $send }))
    }};
}

fn lines(order: &PlainOrder) -> usize {
    order.lines.as_ref().map_or(0, Vec::len)
}

fn derived_lines(order: &Order) -> usize {
    order.lines.as_ref().map_or(0, Vec::len)
}

impl<'r> Case<'r> {
    pub(crate) fn all(runtime: &'r Runtime, server: &Server) -> Vec<Self> {
        let odata = &ODataClient::new(server.root());
        let plain = &PlainClient::new(server.root());
        vec![
            Self {
                name: "`GET`, entity with 200 bytes",
                rounds: 3_000,
                odata: send!(runtime, odata, odata.get().await.expect("an order")),
                serde: send!(runtime, plain, lines(&plain.get().await.expect("an order"))),
                derived: Some(send!(runtime, plain, derived_lines(&plain.get().await.expect("an order")))),
            },
            Self {
                name: "`GET`, collection with 1 MB",
                rounds: 100,
                odata: send!(runtime, odata, odata.list().await.expect("orders")),
                serde: send!(
                    runtime,
                    plain,
                    plain.list::<PlainCollection>().await.expect("orders").value.len()
                ),
                derived: Some(send!(
                    runtime,
                    plain,
                    plain.list::<Collection<Order>>().await.expect("orders").value.len()
                )),
            },
            Self::create("`POST`, entity with 200 bytes", 3_000, Size::Small, runtime, odata, plain),
            Self::create("`POST`, entity with 1 MB", 100, Size::Large, runtime, odata, plain),
            Self {
                name: "`GET`, content with 1 MiB",
                rounds: 300,
                odata: send!(runtime, odata, odata.download().await.expect("content")),
                serde: send!(runtime, plain, plain.download().await.expect("content")),
                derived: None,
            },
            Self {
                name: "`PUT`, content with 1 MiB",
                rounds: 300,
                odata: send!(runtime, odata, odata.upload(model::content()).await.expect("no content")),
                serde: send!(runtime, plain, plain.upload(model::content()).await.expect("no content")),
                derived: None,
            },
        ]
    }

    fn create(
        name: &'static str,
        rounds: usize,
        size: Size,
        runtime: &'r Runtime,
        odata: &ODataClient,
        plain: &PlainClient,
    ) -> Self {
        let (derived, serde, other) = (order(size), plain_order(size), order(size));
        Self {
            name,
            rounds,
            odata: send!(runtime, odata, odata.create(&derived).await.expect("an order")),
            serde: send!(runtime, plain, lines(&plain.create(&serde).await.expect("an order"))),
            derived: Some(send!(runtime, plain, {
                let body = other.to_create().expect("a body");
                derived_lines(&plain.create(&body).await.expect("an order"))
            })),
        }
    }
}

/// Sends the request with each client alternately, and returns the medians.
pub(crate) fn measure(case: &Case<'_>) -> Measured {
    let clients = [Some(&case.odata), Some(&case.serde), case.derived.as_ref()];
    let expected = (case.odata)();
    let mut times = clients.map(|_| Vec::with_capacity(case.rounds));
    for round in 0..case.rounds {
        // Each client is the first in a third of the rounds.
        for position in 0..clients.len() {
            let client = (round + position) % clients.len();
            let Some(send) = clients[client] else { continue };
            let start = Instant::now();
            let received = black_box(send());
            times[client].push(start.elapsed());
            assert_eq!(received, expected, "{}: the clients receive the same response", case.name);
        }
    }
    let [odata, serde, derived] = times.map(median);
    Measured { odata: odata.expect("times"), serde: serde.expect("times"), derived }
}

fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}
