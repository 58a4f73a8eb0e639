//! Warns at least two minutes before the session ends, and can extend it (`security.md` S5).

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    components::{button::Button, dialog::Dialog},
    i18n::{format, problem::sentence, text, text_now},
    state::{messages::Messages, session::Session},
    t,
    view::{Built, live, view},
};

/// Seconds before the end at which the warning comes.
const WARN_AT: f64 = 150.0;
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// The warning; there only when it is time.
#[component]
pub fn ExpiryWarning() -> Built {
    let (session, messages) = (Session::here(), Messages::here());
    let left = RwSignal::new(None::<f64>);
    let pending = RwSignal::new(false);
    let declined = StoredValue::new(false);
    let look = move || {
        let seconds = api::session_ends_at().map(|at| ((at - js_sys::Date::now()) / 1000.0).max(0.0));
        let near = seconds.filter(|it| *it > 0.0 && *it <= WARN_AT);
        if near.is_none() {
            declined.set_value(false);
        }
        left.set(near);
    };
    if let Ok(timer) = set_interval_with_handle(look, LOOK_EVERY) {
        on_cleanup(move || timer.clear());
    }
    let stay = move |()| {
        pending.set(true);
        spawn_local(async move {
            let outcome = session.guarded(api::session::extend).await;
            pending.try_set(false);
            look();
            match outcome {
                Ok(()) if left.get_untracked().is_none() => messages.success(text_now().session().extended.to_owned()),
                // The absolute limit of twelve hours cannot be extended.
                Ok(()) => {
                    declined.set_value(true);
                    left.set(None);
                    messages.failure(text_now().session().at_end.to_owned());
                }
                Err(error) => messages.failure(untrack(|| sentence(&error))),
            }
        });
    };
    let close = move |()| {
        declined.set_value(true);
        left.set(None);
    };
    let open = Memo::new(move |_| left.get().is_some() && !declined.get_value());
    let content = move |()| {
        view! {
            <p>{live(move || left.get().map(|it| (text().session().ending)(&format::in_seconds(it))))}</p>
            <div class="actions">
                <Button
                    kind="primary"
                    label=t!(session.stay)
                    busy=t!(common.working)
                    pending=pending
                    press=stay
                />
            </div>
        }
    };
    view! { <Dialog open title=t!(session.ending_title) close content /> }
}
