//! **Sign out everywhere**: *Yes* ends every session, this one too; *No* changes nothing (features 1.8, 2.3).

use leptos::{prelude::*, task::spawn_local};
use portal_contract::session::SessionState;

use super::{button::Button, confirm_dialog::ConfirmDialog};
use crate::{
    api::{self, error::ApiError, session::SIGNED_OUT},
    i18n::text,
    state::{capabilities, command::Command, online::Online, session::leave},
    t,
    view::{Built, view},
};

/// The button and its confirmation.
#[component]
pub fn SignOutEverywhere() -> Built {
    let online = Online::now();
    let asking = RwSignal::new(false);
    let command = Command::new(
        |_: (), key| async move { api::sessions::revoke_all(&key).await },
        |(), outcome: Result<(), ApiError>| match outcome {
            Ok(()) => signed_out(),
            // Nobody knows whether it worked (R2): the session tells.
            Err(error) if error.outcome_unknown() => spawn_local(async {
                if api::session::get().await.is_ok_and(|it| it.state != SessionState::SignedIn) {
                    signed_out();
                }
            }),
            // The dialog says it.
            Err(_) => {}
        },
    );
    let explain = |error: ApiError| error.outcome_unknown().then(|| text().everywhere().unknown_outcome.to_owned());
    view! {
        <Button
            operation=capabilities::SIGN_OUT_EVERYWHERE
            kind="quiet"
            label=t!(everywhere.action)
            disabled=move || !online.get()
            press=move |()| asking.set(true)
        />
        <ConfirmDialog
            open=asking
            title=t!(everywhere.title)
            lost=t!(everywhere.lost)
            finality=t!(everywhere.finality)
            action=t!(common.yes)
            safe=t!(common.no)
            busy=t!(shell.signing_out)
            pending=command.pending()
            error=command.error()
            explain
            confirm=move |()| command.run(())
            cancel=move |()| {
                asking.set(false);
                command.forget();
            }
        />
    }
}

fn signed_out() {
    leave(SIGNED_OUT);
}
