//! Sending the mails to people who were added to a group.

use std::sync::Arc;

use rusqlite::Transaction;
use tracing::Instrument;

use crate::{
    message::{Carrier, Message},
    portal::Portal,
    store::{
        StoreError,
        invitations::{self, Invitation},
    },
};

/// Sends what is due. What the mail server does not take stays and is tried again.
///
/// # Errors
/// [`StoreError`].
pub async fn send(portal: &Portal) -> Result<(), StoreError> {
    if !portal.sender.carries(Carrier::Mail) {
        return Ok(());
    }
    loop {
        let now = portal.clock.now();
        let taken = portal.store.write(move |transaction| invitations::take(transaction, now)).await?;
        if taken.is_empty() {
            return Ok(());
        }
        for invitation in taken {
            let id = invitation.id;
            match portal.sender.send(message(invitation)).await {
                Ok(()) => {
                    let sent = move |transaction: &Transaction<'_>| invitations::sent(transaction, id);
                    portal.store.write::<_, StoreError>(sent).await?;
                }
                Err(error) => tracing::warn!(%error, id, "an invitation was not sent"),
            }
        }
    }
}

/// Sends what is due, while those who asked have their answer already.
pub fn send_later(portal: &Arc<Portal>) {
    let portal = Arc::clone(portal);
    let work = async move {
        if let Err(error) = send(&portal).await {
            tracing::error!(%error, "invitations were not sent");
        }
    };
    tokio::spawn(work.in_current_span());
}

/// The mail, in the recipient's language.
fn message(invitation: Invitation) -> Message {
    let Invitation { recipient, language, group, inviter, message, .. } = invitation;
    Message::about_group(recipient, language, &group, inviter.as_deref(), &message)
}
