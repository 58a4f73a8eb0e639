//! The demo's sender: a table, shown at `/demo/outbox`.

use super::{Carrier, Message, SendError, Sender, Sending};
use crate::{
    clock::Clock,
    store::{Store, StoreError, outbox},
};

/// Keeps every message instead of sending it.
pub struct Outbox {
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
}

impl Sender for Outbox {
    fn carries(&self, _: Carrier) -> bool {
        true
    }

    fn send(&self, message: Message) -> Sending<'_> {
        let now = self.clock.now();
        Box::pin(async move {
            let put = self.store.write(move |transaction| outbox::put(transaction, now, &message));
            put.await.map_err(|error: StoreError| SendError(error.to_string()))
        })
    }
}
