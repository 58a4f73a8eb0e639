//! Who wants to join the groups that the person owns (features 2.5).

mod row;

use leptos::prelude::*;
use portal_contract::{app_requests::RequestState, join_requests::JoinRequest, problem::Code};

use super::{
    access_denied::only_with_my_apps,
    request_queue::{self, Queue, Request},
};
use crate::{
    api::error::ApiError,
    components::{back::back, page::PageHeader},
    i18n::{Text, Words, text, text::RequestQueue},
    routes, t,
    view::{Built, view},
};

/// The queue, and what was decided.
#[component]
pub fn JoinRequestsPage() -> Built {
    only_with_my_apps(request_queue::page::<JoinRequest>)
}

impl Request for JoinRequest {
    const ACCESS_DENIED: Words = t!(access_denied.my_apps);

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
        self.group.display_name.clone()
    }

    fn words(text: Text) -> &'static RequestQueue {
        &text.join_requests().queue
    }

    fn explained(&self, error: &ApiError) -> Option<String> {
        error.is(Code::ManagedElsewhere).then(|| (text().join_requests().elsewhere)(&self.group.display_name))
    }

    fn header() -> Built {
        view! {
            {back(routes::GROUPS, t!(pages.groups))}
            <PageHeader title=t!(pages.join_requests) intro=t!(join_requests.queue.intro) />
        }
    }

    fn row(self, data: Queue<Self>) -> Built {
        row::row(self, data)
    }
}
