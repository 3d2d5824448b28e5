//! An HTTP server that sends scripted responses, closes connections and counts requests.

mod connection;
mod reply;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub(crate) use connection::Received;
pub(crate) use reply::Reply;

/// The maximum number of requests in a test.
const MAX_REQUESTS: usize = 15_000;

/// What the server does with a request.
pub(crate) enum Action {
    Send(Reply),
    /// Closes the connection without a response.
    Close,
    /// Sends only the first bytes of the response, and closes the connection.
    Cut(Reply, usize),
    /// Sends the response in single bytes.
    Slow(Reply),
    /// Sends only the first bytes of the response, and waits until the client closes the connection.
    Stall(Reply, usize),
    /// Sends bytes that aren't an HTTP response, and closes the connection.
    Raw(Vec<u8>),
    /// Sends nothing until the client closes the connection.
    Hang,
}

impl From<Reply> for Action {
    fn from(reply: Reply) -> Self {
        Self::Send(reply)
    }
}

type Handler = Box<dyn Fn(&Received) -> Option<Action> + Send>;

#[derive(Default)]
struct State {
    /// The actions for each URL, in the order of the requests.
    script: HashMap<String, VecDeque<Action>>,
    /// Returns the action for a request that has no scripted action.
    handler: Option<Handler>,
    received: Vec<Received>,
    /// The number of new connections that are closed immediately.
    dropped: usize,
    connections: usize,
    /// The number of requests without a complete response.
    in_flight: usize,
    max_in_flight: usize,
}

/// A request without a complete response.
pub(crate) struct InFlight(Arc<Mutex<State>>);

impl Drop for InFlight {
    fn drop(&mut self) {
        lock(&self.0).in_flight -= 1;
    }
}

/// A server on a loopback address. It stops when it is dropped.
pub(crate) struct Server {
    address: String,
    state: Arc<Mutex<State>>,
    task: JoinHandle<()>,
}

impl Server {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let address = listener.local_addr().expect("an address").to_string();
        let state = Arc::new(Mutex::new(State::default()));
        let task = tokio::spawn(accept(listener, Arc::clone(&state)));
        Self { address, state, task }
    }

    /// Returns the absolute URL of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Adds the actions for the next requests with a URL, such as `/v1.0/users?$top=1`.
    pub(crate) fn on<A: Into<Action>>(&self, url: &str, actions: impl IntoIterator<Item = A>) {
        let actions = actions.into_iter().map(Into::into);
        self.lock().script.entry(url.to_owned()).or_default().extend(actions);
    }

    /// Sets the function that returns the action for a request without a scripted action.
    pub(crate) fn handle(&self, handler: impl Fn(&Received) -> Option<Action> + Send + 'static) {
        self.lock().handler = Some(Box::new(handler));
    }

    /// Closes the next connections immediately.
    pub(crate) fn drop_connections(&self, number: usize) {
        self.lock().dropped = number;
    }

    pub(crate) fn connections(&self) -> usize {
        self.lock().connections
    }

    /// Returns all requests that the server received for a URL.
    pub(crate) fn received(&self, url: &str) -> Vec<Received> {
        self.lock().received.iter().filter(|received| received.url == url).cloned().collect()
    }

    /// Returns how often the server received a request for a URL.
    pub(crate) fn count(&self, url: &str) -> usize {
        self.lock().received.iter().filter(|received| received.url == url).count()
    }

    /// Returns the number of all requests.
    pub(crate) fn total(&self) -> usize {
        self.lock().received.len()
    }

    /// Returns the maximum number of requests that were sent at the same time.
    pub(crate) fn max_in_flight(&self) -> usize {
        self.lock().max_in_flight
    }

    /// Returns the number of scripted actions that were not used.
    pub(crate) fn unused(&self) -> usize {
        self.lock().script.values().map(VecDeque::len).sum()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, state: Arc<Mutex<State>>) {
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let is_dropped = {
            let mut state = lock(&state);
            state.connections += 1;
            let is_dropped = state.dropped > 0;
            state.dropped = state.dropped.saturating_sub(1);
            is_dropped
        };
        if !is_dropped {
            let state = Arc::clone(&state);
            connections.spawn(connection::serve(stream, move |received| next_action(&state, received)));
        }
    }
}

/// Records a request and returns the action for it. A request without an action is an error of the test.
fn next_action(state: &Arc<Mutex<State>>, received: &Received) -> (Action, InFlight) {
    let in_flight = InFlight(Arc::clone(state));
    let mut state = lock(state);
    state.in_flight += 1;
    state.max_in_flight = state.max_in_flight.max(state.in_flight);
    state.received.push(received.clone());
    // Limits the number of requests of a client that follows links endlessly.
    let is_endless = state.received.len() > MAX_REQUESTS;
    let scripted = state.script.get_mut(&received.url).and_then(VecDeque::pop_front);
    let action =
        scripted.or_else(|| state.handler.as_ref().filter(|_| !is_endless)?(received)).unwrap_or_else(|| {
            Reply::error(500, "unexpectedRequest", &format!("{} {}", received.method, received.url)).into()
        });
    (action, in_flight)
}
