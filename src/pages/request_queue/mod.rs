//! Requests, for those who decide them: what the queues for apps and for joining groups share. Compiled for each kind
//! of request, so that it is downloaded with its page: what several pages share is part of the first download.

/// A text of a queue that follows the language, as `t!` gives one of a page: `words!(R.approve)`.
macro_rules! words {
    ($request:ident.$($path:ident).+) => {
        (|| $request::words($crate::i18n::text()).$($path).+) as $crate::i18n::Words
    };
}

mod actions;
mod data;
mod deny;

use leptos::prelude::*;
use portal_contract::{app_requests::RequestState, problem::Code};

use self::deny::DenyDialog;
pub use self::{actions::actions, data::Queue};
use super::{access_denied::AccessDenied, request::offered};
use crate::{
    api::{error::ApiError, request_queue::QueuedRequest},
    components::{empty::Empty, loaded::Loaded, show_more::ShowMore},
    i18n::{Text, Words, text::RequestQueue},
    state::query::Fetched,
    view::{Built, live, view},
};

/// A request of a queue.
pub trait Request: QueuedRequest + Clone + PartialEq + Send + Sync + 'static {
    /// Why there is no queue for who decides nothing.
    const ACCESS_DENIED: Words;

    /// What became of it.
    fn state(&self) -> RequestState;

    /// The name of who asks.
    fn requester(&self) -> &str;

    /// The name of who decided.
    fn decided_by(&self) -> Option<&str>;

    /// The name of what is asked for; reactive.
    fn wanted(&self) -> String;

    /// The words of the queue.
    fn words(text: Text) -> &'static RequestQueue;

    /// Why a request of this kind alone could not be decided; reactive.
    fn explained(&self, _error: &ApiError) -> Option<String> {
        None
    }

    /// What the page begins with.
    fn header() -> Built;

    /// The row.
    fn row(self, data: Queue<Self>) -> Built;
}

/// The page: the queue, and what was decided.
pub fn page<R: Request>() -> Built {
    let data = Queue::<R>::new();
    let first = data.list.pages.first;
    let denied = Memo::new(move |_| matches!(first.fetched(), Fetched::Failed(error) if error.is(Code::AccessDenied)));
    let page = move || match denied.get() {
        true => view! { <AccessDenied reason=R::ACCESS_DENIED /> },
        false => view! {
            {R::header()}
            <div class="search">
                <label for="which">{words!(R.decision.which)}</label>
                <select id="which" on:change=move |event| data.decided.set(event_target_value(&event) == "decided")>
                    <option value="pending">{words!(R.decision.waiting)}</option>
                    <option value="decided">{words!(R.decision.decided)}</option>
                </select>
            </div>
            <List data />
            <DenyDialog data />
        },
    };
    view! { <div class=offered::class()>{live(page)}</div> }
}

#[component]
fn List<R: Request>(data: Queue<R>) -> Built {
    let rows = data.list.rows;
    let empty = move || match data.decided.get() {
        true => view! { <Empty title=words!(R.decision.none_decided) note=words!(R.none_decided_note) /> },
        false => view! { <Empty title=words!(R.decision.none) note=words!(R.none_note) /> },
    };
    let content = move |()| {
        view! {
            <ul class="rows">{live(move || rows.get().into_iter().map(|it| it.row(data)).collect::<Vec<_>>())}</ul>
            {live(move || rows.with(Vec::is_empty).then(empty))}
            <ShowMore pages=data.list.pages />
        }
    };
    view! { <Loaded query=data.list.pages.first content /> }
}
