//! **Yes** or **No**, and why.

use leptos::{ev, prelude::*};
use portal_contract::access_reviews::{AccessReview, Decision, OwnDecision, ReviewDecision};

use super::question;
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::text_area::TextArea, form::Form, notice::Notice},
    i18n::{format, text, text_now},
    pages::access_reviews::parts::{count_again, explained},
    state::{messages::Messages, online::Online, query::Query, session::Session},
    t,
    view::{Built, Reading, said, view},
};

/// The form; it has the focus once it is there.
#[component]
pub fn Answer(review: AccessReview, query: Query<AccessReview>, asking: RwSignal<bool>) -> Built {
    let (session, messages, online) = (Session::here(), Messages::here(), Online::now());
    let form = Form::new();
    form.lead("input");
    let (required, id) = (review.reason_required, review.id.clone());
    let submit = move |event: ev::SubmitEvent| {
        let needed = match required {
            true => form.submitted(&event, ["needed", "reason"]).map(|[needed, _]| needed),
            false => form.submitted(&event, ["needed"]).map(|[needed]| needed),
        };
        let Some(needed) = needed else { return };
        let reason = form.value("reason");
        let key = form.key(&format!("{needed}{reason}"));
        let decision = OwnDecision { needed: needed == "yes", reason: Some(reason) };
        let id = id.clone();
        let send = async move {
            let outcome = session.guarded(|| api::access_reviews::own(&id, &decision, &key)).await;
            match outcome {
                // Where nobody knows what became of it, what is stored tells (R2).
                Err(error) if error.outcome_unknown() => {
                    let stored = session.guarded(|| api::access_reviews::get(&id)).await;
                    let there = stored.ok().and_then(|it| it.own).is_some_and(|it| is_of(&it, &decision));
                    if there { Ok(()) } else { Err(error) }
                }
                outcome => outcome,
            }
        };
        form.send(send, move |()| {
            messages.success(text_now().review_self().saved.to_owned());
            asking.try_set(false);
            query.refetch();
            count_again(session);
        });
    };
    let given = review.own.as_ref().map(|it| it.decision);
    let ends = review.ends_at.clone();
    let no_note = move || (text().review_self().no_note)(&format::date(&ends));
    let hint = move || {
        let words = text().access_reviews();
        (if required { words.reason_hint } else { words.reason_optional }).to_owned()
    };
    let refused = form.refused("needed", t!(review_self.choose), t!(review_self.choose));
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(|error: ApiError| explained(&error))) />
            <fieldset aria-describedby="needed-error">
                <legend class="visually-hidden">{said(move || question(&review))}</legend>
                <div class="choices">
                    {choice("yes", t!(common.yes), move || text().review_self().yes_note.to_owned(), given == Some(Decision::Approve), refused)}
                    {choice("no", t!(common.no), no_note, given == Some(Decision::Deny), refused)}
                </div>
                <p class="error" id="needed-error">{refused}</p>
            </fieldset>
            <TextArea
                name="reason"
                label=t!(access_reviews.reason)
                hint
                error=form.refused("reason", t!(access_reviews.reason_required), t!(access_reviews.reason_required))
                required
                autofocus=false
            />
            <div class="actions">
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(review_self.submit)
                    busy=t!(review_self.submitting)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
                <button type="button" class="button" data-kind="plain" on:click=move |_| asking.set(false)>
                    {t!(common.cancel)}
                </button>
            </div>
        </form>
    }
}

/// Whether what is stored is what was sent.
fn is_of(stored: &ReviewDecision, sent: &OwnDecision) -> bool {
    let answer = if sent.needed { Decision::Approve } else { Decision::Deny };
    let said = sent.reason.as_deref().map(str::trim).unwrap_or_default();
    stored.decision == answer && stored.reason.as_deref().unwrap_or_default() == said
}

fn choice(
    value: &'static str,
    label: fn() -> &'static str,
    note: impl Fn() -> String + 'static,
    checked: bool,
    refused: Reading<Option<String>>,
) -> Built {
    view! {
        <label>
            <input
                type="radio"
                name="needed"
                value=value
                checked=checked
                aria-invalid=move || refused.get().is_some().then_some("true")
            />
            <span>
                <strong>{label}</strong>
                <br />
                <span class="meta">{said(note)}</span>
            </span>
        </label>
    }
}
