//! Asks before something is destroyed: names it, says what is lost and whether it can be undone. Focus starts on the
//! safe button (features 3).

use leptos::prelude::*;

use super::{button::Button, dialog::Dialog, notice::Notice};
use crate::{
    api::error::ApiError,
    i18n::Words,
    state::online::Online,
    t,
    view::{Built, Reading, view},
};

/// A confirmation.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    #[prop(into)]
    open: Reading<bool>,
    /// The question, naming the thing.
    #[prop(into)]
    title: Reading<String>,
    /// What is lost.
    #[prop(into)]
    lost: Reading<String>,
    /// Whether it can be undone, and by whom.
    #[prop(into)]
    finality: Reading<String>,
    /// The dangerous button.
    #[prop(into)]
    action: Reading<String>,
    /// The dangerous button while its command runs.
    busy: Words,
    /// The safe button.
    #[prop(default = t!(common.cancel))]
    safe: Words,
    /// Whether the command runs.
    pending: Reading<bool>,
    /// Why it failed.
    error: Reading<Option<ApiError>>,
    /// A better sentence than the general one for this failure.
    #[prop(optional, into)]
    explain: Option<Callback<ApiError, Option<String>>>,
    /// The person confirmed.
    #[prop(into)]
    confirm: Callback<()>,
    /// The person changed their mind.
    #[prop(into)]
    cancel: Callback<()>,
) -> Built {
    let online = Online::now();
    // Closing while the answer is awaited would hide its outcome.
    let back = Callback::new(move |()| {
        if !untrack(|| pending.get()) {
            cancel.run(());
        }
    });
    let failed = Reading::new(move || error.get().is_some_and(|it| it.outcome_unknown()));
    let label = Reading::new(move || if failed.get() { t!(common.try_again)().to_owned() } else { action.get() });
    let content = move |()| {
        view! {
            <p>{lost}</p>
            <p>
                <strong>{finality}</strong>
            </p>
            <Notice error explain />
            <div class="actions">
                // The platform's own autofocus: the safe button is first, so Enter does no harm.
                <button type="button" class="button" data-kind="plain" autofocus on:click=move |_| back.run(())>
                    {safe}
                </button>
                <Button
                    kind="danger"
                    label
                    busy
                    pending
                    disabled=move || !online.get()
                    press=confirm
                />
            </div>
        }
    };
    view! { <Dialog open title close=back content /> }
}
