//! Asks before something is destroyed: names it, says what is lost and whether it can be undone. Focus starts on the
//! safe button (features 3).

use crate::i18n::Words;
use crate::view::{Built, view};
use leptos::prelude::*;

use super::{button::Button, dialog::Dialog, notice::Notice};
use crate::{api::error::ApiError, state::online::Online, t};

/// A confirmation.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// The question, naming the thing.
    #[prop(into)]
    title: Signal<String>,
    /// What is lost.
    #[prop(into)]
    lost: Signal<String>,
    /// Whether it can be undone, and by whom.
    #[prop(into)]
    finality: Signal<String>,
    /// The dangerous button.
    #[prop(into)]
    action: Signal<String>,
    /// The dangerous button while its command runs.
    busy: Words,
    /// Whether the command runs.
    pending: Signal<bool>,
    /// Why it failed.
    error: Signal<Option<ApiError>>,
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
        if !pending.get_untracked() {
            cancel.run(());
        }
    });
    let failed = Signal::derive(move || error.get().is_some_and(|it| it.outcome_unknown()));
    let label = Signal::derive(move || if failed.get() { t!(common.try_again)().to_owned() } else { action.get() });
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
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="danger"
                    label
                    busy
                    pending
                    disabled=Signal::derive(move || !online.get())
                    press=confirm
                />
            </div>
        }
    };
    view! { <Dialog open title close=back content /> }
}
