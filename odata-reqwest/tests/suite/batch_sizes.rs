//! The distribution of the requests of a batch to batch requests.

use odata_core::request::{Batch, BatchPart};
use odata_reqwest::{Client, ErrorKind};

use crate::batches::{BATCH, id_of, ids, respond};
use crate::model::{User, client, users};
use crate::server::Server;

fn gets(batch: &mut Batch, client: &Client, count: usize) -> Vec<BatchPart<User>> {
    (0..count).map(|key| batch.add(&users(client).key(key.to_string()).get()).expect("a part")).collect()
}

#[tokio::test]
async fn batches_of_all_sizes_are_sent() {
    for (count, sizes) in [(0, vec![]), (1, vec![1]), (20, vec![20]), (21, vec![20, 1]), (1000, vec![20; 50])]
    {
        let server = Server::start().await;
        respond(&server, &[]);
        let client = client(&server);
        let mut batch = Batch::new(client.service());
        let parts = gets(&mut batch, &client, count);
        let response = client.send_batch(&batch).await.expect("a response");
        for part in &parts {
            assert_eq!(id_of(response.read(part)), part.id());
        }
        assert_eq!(ids(&server).iter().map(Vec::len).collect::<Vec<_>>(), sizes);
        assert_eq!((server.count(BATCH), response.warnings().len()), (sizes.len(), 0));
    }
}

/// Nothing is sent, because the other requests would be executed although the batch can't be sent completely.
#[tokio::test]
async fn chain_or_group_that_exceeds_the_limit_is_an_error() {
    let server = Server::start().await;
    let client = client(&server);
    let mut chain = Batch::new(client.service());
    let parts = gets(&mut chain, &client, 21);
    let mut last = None;
    for part in &parts {
        let get = users(&client).key("1").get();
        last = Some(match &last {
            None => chain.add_after(&get, part).expect("a part"),
            Some(last) => chain.add_after_all(&get, &[BatchPart::id(last), part.id()]).expect("a part"),
        });
    }
    let mut grouped = Batch::new(client.service());
    gets(&mut grouped, &client, 5);
    let mut group = grouped.group();
    for _ in 0..21 {
        group.add(&users(&client).key("1").delete()).expect("a part");
    }
    for (batch, expected) in [(chain, 42), (grouped, 21)] {
        let error = client.send_batch(&batch).await.expect_err("an error");
        let ErrorKind::BatchSize { requests, limit: 20, .. } = error.kind() else { panic!("{error}") };
        assert_eq!((*requests, server.total()), (expected, 0));
    }
}

#[tokio::test]
async fn group_and_chain_of_the_maximum_size_are_sent_together() {
    let server = Server::start().await;
    respond(&server, &[]);
    let client = client(&server);
    let mut batch = Batch::new(client.service());
    gets(&mut batch, &client, 1);
    let mut group = batch.group();
    for _ in 0..20 {
        group.add(&users(&client).key("1").get()).expect("a part");
    }
    let mut last = batch.add(&users(&client).key("1").get()).expect("a part");
    for _ in 1..20 {
        last = batch.add_after(&users(&client).key("1").get(), &last).expect("a part");
    }
    client.send_batch(&batch).await.expect("a response");
    let sent = ids(&server);
    assert_eq!(sent.iter().map(Vec::len).collect::<Vec<_>>(), [1, 20, 20]);
    assert_eq!((sent[1][0].as_str(), sent[2][19].as_str()), ("2", "41"));
}
