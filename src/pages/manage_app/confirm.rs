//! Asks before a permission is revoked or an account is cleared, and says what stops working.

use leptos::prelude::*;
use portal_contract::problem::Code;

use super::data::{Asked, ManageApp, wording};
use crate::{
    api::error::ApiError,
    components::confirm_dialog::ConfirmDialog,
    i18n::text,
    t,
    view::{Built, Reading, view},
};

/// The confirmation.
#[component]
pub fn Confirm(data: ManageApp) -> Built {
    let part = move |at: usize| {
        Reading::new(move || {
            // What is asked changes before the dialog opens, and only then.
            data.asking.track();
            words(data).into_iter().nth(at).unwrap_or_default()
        })
    };
    let explain = move |error: ApiError| {
        let words = text().manage_app();
        match error.outcome_unknown() {
            true => Some(words.unknown.to_owned()),
            false => error.is(Code::DecidedByOrganization).then(|| words.decided.to_owned()),
        }
    };
    view! {
        <ConfirmDialog
            open=data.asking
            title=part(0)
            lost=part(1)
            finality=part(2)
            action=part(3)
            busy=t!(common.working)
            pending=data.remove.pending()
            error=data.remove.error()
            explain
            confirm=move |()| {
                if let Some(asked) = data.asked.get_value() {
                    data.remove.run(asked);
                }
            }
            cancel=move |()| {
                data.asking.set(false);
                data.remove.forget();
            }
        />
    }
}

/// The question, what is lost, whether it can be undone, and the dangerous button.
fn words(data: ManageApp) -> [String; 4] {
    let words = text().manage_app();
    let app = data.name();
    match data.asked.get_value().map(|it| it.0) {
        None => Default::default(),
        Some(Asked::Clear(account)) => [
            (words.clear_title)(&account.label),
            (words.clear_lost)(&account.user_name, &app),
            words.clear_final.to_owned(),
            words.clear.to_owned(),
        ],
        Some(Asked::Revoke(all)) => [
            match &all[..] {
                [one] => (words.revoke_title)(&wording(one).display_name, &app),
                _ => (words.revoke_all_title)(&app),
            },
            all.iter().map(|it| wording(it).without_it).collect::<Vec<_>>().join(" "),
            (words.revoke_final)(&app),
            words.revoke.to_owned(),
        ],
    }
}
