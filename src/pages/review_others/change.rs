//! What the page changes, and what it shows of it once the backend has said yes.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    access_reviews::{
        AcceptedRecommendations, Decision, DecisionsTaken, ItemFilter, NewDecision, NewDecisions, Recommendation,
        ReviewDecision, ReviewItem, Selection,
    },
    problem::Code,
};

use super::data::{Data, Open};
use crate::{
    api::{self, error::ApiError, key::Key},
    i18n::{format, problem::sentence, text, text_now},
    pages::access_reviews::parts::{count_again, explained},
    pause,
    state::{command::Command, paged::Paged},
};

/// A decision about some rows.
#[derive(Clone, Default, PartialEq)]
pub struct Change {
    /// About whom.
    pub selection: Selection,
    /// What; absent: what is recommended.
    pub decision: Option<NewDecision>,
    /// Why.
    pub reason: Option<String>,
}

/// Asks the backend for it.
pub async fn send(data: Data, change: Change, key: Key) -> Result<DecisionsTaken, ApiError> {
    let (id, Change { selection, decision, reason }) = (data.id.get_value(), change);
    match decision {
        Some(decision) => {
            let decisions = NewDecisions { selection, decision, reason, revision: data.seen.get_value() };
            api::access_reviews::decide(&id, &decisions, &key).await
        }
        None => api::access_reviews::accept(&id, &AcceptedRecommendations { selection }, &key).await,
    }
}

/// Takes decisions back, without asking: that can be done again.
pub fn undo(
    data: Data,
    list: Paged<ReviewItem>,
    drawn: RwSignal<u32>,
    filter: RwSignal<ItemFilter>,
) -> Command<Change> {
    Command::new(
        move |change, key| send(data, change, key),
        move |change: Change, outcome: Result<DecisionsTaken, ApiError>| match outcome {
            Ok(taken) => show(data, list, drawn, filter, &change, taken),
            Err(error) => {
                catch_up(data, list, &error);
                let words = untrack(|| why(&error).unwrap_or_else(|| sentence(&error)));
                data.messages.failure(words);
            }
        },
    )
}

impl Open {
    /// It was taken: the dialog closes, then the rows show it, and nothing is selected any more.
    pub fn was_taken(self, change: Change, taken: DecisionsTaken) {
        self.asking.try_set(false);
        spawn_local(async move {
            // Many rows are enough for one frame; the dialog was another.
            pause::drawn().await;
            show(self.data, self.list, self.drawn, self.filter, &change, taken);
            self.selected.set_all(false);
        });
    }

    /// It failed: where nobody knows how, or all is over, the page reads how things are (R2).
    pub fn failed(self, error: &ApiError) {
        catch_up(self.data, self.list, error);
    }
}

/// Why it failed, where this page knows better; reactive.
pub fn why(error: &ApiError) -> Option<String> {
    explained(error).or_else(|| error.outcome_unknown().then(|| text().access_reviews().unknown_outcome.to_owned()))
}

fn catch_up(data: Data, list: Paged<ReviewItem>, error: &ApiError) {
    if error.outcome_unknown() {
        reread(data, list);
    } else if error.is(Code::ReviewEnded) || error.is(Code::NotFound) {
        data.review.refetch();
    }
}

fn reread(data: Data, list: Paged<ReviewItem>) {
    data.anew.set_value(true);
    data.review.refetch();
    list.pages.first.refetch();
}

fn show(
    data: Data,
    list: Paged<ReviewItem>,
    drawn: RwSignal<u32>,
    filter: RwSignal<ItemFilter>,
    change: &Change,
    taken: DecisionsTaken,
) {
    data.messages.success(said(change, taken));
    // Whoever has left the page meanwhile has no rows.
    let Some(filter) = filter.try_get_untracked() else { return };
    let me = untrack(|| data.session.user()).map(|it| it.display_name);
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    let mut changed = 0;
    list.rows.try_update(|rows| {
        for item in rows.iter_mut() {
            let meant = match change.selection.all {
                true => !change.selection.except.contains(&item.number),
                false => change.selection.numbers.binary_search(&item.number).is_ok(),
            };
            if meant && let Some(decision) = becomes(item, change.decision) {
                changed += 1;
                item.decision = decision.map(|decision| ReviewDecision {
                    decision,
                    reason: change.reason.clone().filter(|it| !it.is_empty()),
                    decided_by: me.clone(),
                    by_me: true,
                    decided_at: now.clone(),
                });
            }
        }
        if filter != ItemFilter::All {
            rows.retain(|it| shown(it, filter));
        }
    });
    if filter != ItemFilter::All {
        drawn.try_update(|it| *it += 1);
    }
    // Somebody else is at work too: what is on screen may be old.
    if taken.overruled > 0 || taken.decided != changed {
        reread(data, list);
    } else {
        data.review.refetch();
    }
    count_again(data.session);
}

/// What a row's decision becomes; absent where it stays.
fn becomes(item: &ReviewItem, decision: Option<NewDecision>) -> Option<Option<Decision>> {
    let decided = item.decision.is_some();
    match decision {
        Some(NewDecision::Approve) => Some(Some(Decision::Approve)),
        Some(NewDecision::Deny) => Some(Some(Decision::Deny)),
        Some(NewDecision::DontKnow) => Some(Some(Decision::DontKnow)),
        Some(NewDecision::None) => decided.then_some(None),
        None if decided => None,
        None => match item.recommendation {
            Recommendation::Approve => Some(Some(Decision::Approve)),
            Recommendation::Deny => Some(Some(Decision::Deny)),
            Recommendation::Unknown => None,
        },
    }
}

fn shown(item: &ReviewItem, filter: ItemFilter) -> bool {
    let decision = item.decision.as_ref().map(|it| it.decision);
    match filter {
        ItemFilter::All => true,
        ItemFilter::Undecided => decision.is_none(),
        ItemFilter::Approved => decision == Some(Decision::Approve),
        ItemFilter::Denied => decision == Some(Decision::Deny),
        ItemFilter::DontKnow => decision == Some(Decision::DontKnow),
    }
}

fn said(change: &Change, taken: DecisionsTaken) -> String {
    let words = text_now().review_others();
    let told = match change.decision {
        Some(NewDecision::Approve) => words.approved_done,
        Some(NewDecision::Deny) => words.denied_done,
        Some(NewDecision::DontKnow) => words.dont_know_done,
        Some(NewDecision::None) => words.undone,
        None => words.accepted,
    };
    let number = |it: u32| untrack(|| format::number(it.into()));
    let done = match taken.decided {
        0 => words.nothing_done.to_owned(),
        decided => told(&number(decided), decided == 1),
    };
    match taken.overruled {
        0 => done,
        others => format!("{done} {}", (words.overruled)(&number(others), others == 1)),
    }
}
