//! Saving the order of the collections in the background.

use std::{cell::RefCell, rc::Rc};

use futures_util::future::LocalBoxFuture;
use leptos::{prelude::*, task::spawn_local};
use portal_contract::ids::CollectionId;

use super::data::{List, why};
use crate::{
    api::{self, error::ApiError},
    i18n::text_now,
    state::session::Session,
};

/// The order that the backend has, and the one that the person wants. It outlives the page: an order that was made just
/// before the person left is saved as well.
#[derive(Default)]
pub struct Saved {
    /// What the backend has.
    pub order: Vec<String>,
    /// What the person wants.
    pub wanted: Vec<String>,
    /// Of what the backend has.
    pub version: String,
    /// A request is on its way.
    pub saving: bool,
}

impl List {
    /// Saves the order on screen in the background, one request at a time: while one is on its way, only the newest order
    /// waits. When the backend refuses, the list goes back to what is stored and says so (R3).
    pub fn save(self) {
        let saved = self.saved.get_value();
        saved.borrow_mut().wanted = self.order.with(Clone::clone);
        if std::mem::replace(&mut saved.borrow_mut().saving, true) {
            return;
        }
        spawn_local(async move {
            let outcome = send(self.session, &saved).await;
            saved.borrow_mut().saving = false;
            if let Err(error) = outcome {
                let back = saved.borrow().order.clone();
                self.messages.failure(format!("{} {}", why(&error), text_now().collections().order_back));
                if self.saved.try_get_value().is_some() {
                    self.order.put(back);
                    self.read.refetch();
                }
            }
        });
    }
}

/// Sends orders until the one that the backend has is the one that is wanted.
async fn send(session: Session, saved: &Rc<RefCell<Saved>>) -> Result<(), ApiError> {
    while saved.borrow().wanted != saved.borrow().order {
        let wanted = saved.borrow().wanted.clone();
        let saved = Rc::clone(saved);
        let attempt = move || -> Attempt {
            let (saved, wanted) = (Rc::clone(&saved), wanted.clone());
            Box::pin(async move {
                let version = saved.borrow().version.clone();
                let ids = wanted.iter().cloned().map(CollectionId).collect();
                let version = api::collections::order(ids, &version).await?;
                let mut saved = saved.borrow_mut();
                (saved.order, saved.version) = (wanted, version);
                Ok(())
            })
        };
        guarded(session, Box::new(attempt)).await?;
    }
    Ok(())
}

/// A request on its way.
pub type Attempt = LocalBoxFuture<'static, Result<(), ApiError>>;

/// Sends a request, again once the person has answered what the session asks. One type for all, because the code around a
/// request is compiled for each.
pub async fn guarded(session: Session, attempt: Box<dyn Fn() -> Attempt>) -> Result<(), ApiError> {
    session.guarded(attempt).await
}
