//! The form. What is typed lives in its inputs and survives every refusal; nothing of it is stored.

use leptos::{ev, prelude::*};
use portal_contract::{
    password::PasswordChange,
    problem::{Code, FieldCode, FieldProblem},
};

use super::new::{CONFIRMED, NEW, NewPassword};
use crate::{
    api::{
        self,
        error::{ApiError, Failure},
        key::Key,
    },
    components::{button::Button, field::Field, form::Form, notice::Notice},
    state::{online::Online, session::Session},
    t,
    view::{Built, Reading, view},
};

const OLD: &str = "oldPassword";
const NAMES: [&str; 3] = [OLD, NEW, CONFIRMED];

/// Asks for the old password and twice for the new one.
#[component]
pub fn PasswordForm(
    /// The fewest characters of the new one.
    minimum: u32,
    /// Set once it is changed.
    changed: RwSignal<bool>,
) -> Built {
    let (session, online) = (Session::here(), Online::now());
    let form = Form::new();
    let mismatch = RwSignal::new(false);
    // The same change goes out under the same key, so that it has one effect however often it is sent (R2).
    let last = StoredValue::new(None::<(PasswordChange, Key)>);
    let submit = move |event: ev::SubmitEvent| {
        mismatch.set(false);
        let Some([old_password, new_password, again]) = form.submitted(&event, NAMES) else { return };
        if again != new_password {
            mismatch.set(true);
            return form.focus_refused();
        }
        let change = PasswordChange { old_password, new_password };
        let key = last.get_value().filter(|it| it.0 == change).map_or_else(Key::fresh, |it| it.1);
        last.set_value(Some((change.clone(), key.clone())));
        let request =
            async move { session.guarded(|| api::password::change(&change, &key)).await.map_err(at_the_field) };
        form.send(request, move |()| _ = changed.try_set(true));
    };
    let user_id = untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default();
    view! {
        <form class="card" node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=None />
            // As text, because an input would cut a long one off; the hidden one is for password managers.
            <p class="account">
                <span class="meta">{t!(person.user_id)}</span>
                <strong>{user_id.clone()}</strong>
                <span class="meta">{t!(password.user_id_hint)}</span>
            </p>
            <input type="text" name="username" value=user_id autocomplete="username" hidden readonly />
            <Field
                name=OLD
                label=t!(password.old)
                error=form.refused(OLD, t!(password.old_required), t!(password.wrong_old))
                input_type="password"
                autocomplete="current-password"
            />
            <NewPassword form minimum mismatch />
            <div class="actions">
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(password.submit)
                    busy=t!(password.submitting)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}

/// A wrong old password is said at its field.
fn at_the_field(error: ApiError) -> ApiError {
    if !error.is(Code::InvalidCredentials) {
        return error;
    }
    let old = FieldProblem { pointer: format!("/{OLD}"), code: FieldCode::Malformed, limit: None };
    ApiError { failure: Failure::Refused(Code::InvalidFields), fields: vec![old], ..error }
}
