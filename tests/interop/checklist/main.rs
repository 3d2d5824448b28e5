//! Tests odata-reqwest and a generated model with a CAP service.
//!
//! The test starts the service in the folder `service`. It requires Node.js and the packages of the service: see
//! [`Server::start`](server::Server::start). If they aren't available, the test prints a note and is skipped.

mod batches;
mod checklist;
mod drafts;
mod entities;
mod errors;
mod etags;
mod metadata;
mod operations;
mod pages;
mod queries;
mod server;
mod session;
mod streams;

use checklist::Checklist;
use server::Server;
use session::Session;

#[test]
fn cap_service_passes_checklist() {
    let server = match Server::start() {
        Ok(server) => server,
        Err(reason) => {
            println!("the tests with the CAP service were skipped: {reason}");
            return;
        }
    };
    let session = Session::new(&server);
    let mut checklist = Checklist::new();
    metadata::check(&session, &mut checklist);
    entities::check(&session, &mut checklist);
    queries::check(&session, &mut checklist);
    pages::check(&session, &mut checklist);
    operations::check(&session, &mut checklist);
    batches::check(&session, &mut checklist);
    drafts::check(&session, &mut checklist);
    streams::check(&session, &mut checklist);
    etags::check(&session, &mut checklist);
    errors::check(&session, &mut checklist);
    checklist.finish();
}
