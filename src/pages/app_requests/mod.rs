//! Requests for apps, for those who decide them (features 2.1).

mod row;

use leptos::prelude::*;
use portal_contract::app_requests::{AppRequest, RequestState};

use super::{
    access_denied::AccessDenied,
    request::offered,
    request_queue::{self, Queue, Request},
};
use crate::{
    components::page::PageHeader,
    i18n::{Text, Words, text::RequestQueue},
    state::session::Session,
    t,
    view::{Built, live, view},
};

/// The queue, and what was decided.
#[component]
pub fn AppRequestsPage() -> Built {
    let session = Session::here();
    let allowed = Memo::new(move |_| session.user().is_some_and(|it| it.approves_apps));
    live(move || match allowed.get() {
        true => untrack(request_queue::page::<AppRequest>),
        false => view! { <AccessDenied reason=AppRequest::ACCESS_DENIED /> },
    })
}

impl Request for AppRequest {
    const ACCESS_DENIED: Words = t!(app_requests.denied);

    fn state(&self) -> RequestState {
        self.state
    }

    fn requester(&self) -> &str {
        &self.requester.display_name
    }

    fn decided_by(&self) -> Option<&str> {
        self.decided_by.as_deref()
    }

    fn wanted(&self) -> String {
        offered::name(&self.app)
    }

    fn words(text: Text) -> &'static RequestQueue {
        &text.app_requests().queue
    }

    fn header() -> Built {
        view! { <PageHeader title=t!(pages.app_requests) intro=t!(app_requests.queue.intro) /> }
    }

    fn row(self, data: Queue<Self>) -> Built {
        row::row(self, data)
    }
}
