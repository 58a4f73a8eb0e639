//! The form. What is typed lives in its inputs and survives every refusal; nothing of it is stored.

use leptos::{ev, prelude::*};
use portal_contract::{
    password::PasswordChange,
    problem::{Code, FieldCode, FieldProblem},
};

use crate::{
    api::{
        self,
        error::{ApiError, Failure},
        key::Key,
    },
    components::{button::Button, field::Field, form::Form, notice::Notice},
    i18n::{format, text},
    state::{online::Online, session::Session},
    t,
    view::{Built, Reading, live, said, view},
};

const OLD: &str = "oldPassword";
const NEW: &str = "newPassword";
const CONFIRMED: &str = "confirmPassword";
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
    // Of the new password its length, and of the repetition whether it is there and the same.
    let typed = RwSignal::new((0, None));
    let mismatch = RwSignal::new(false);
    // The same change goes out under the same key, so that it has one effect however often it is sent (R2).
    let last = StoredValue::new(None::<(PasswordChange, Key)>);
    let watch = move |_| {
        let [_, new, again] = form.entered(NAMES);
        typed.set((new.chars().count(), (!again.is_empty()).then(|| again == new)));
    };
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
    let confirm_error = form.refused(CONFIRMED, t!(password.mismatch), t!(error.field));
    let user_id = untrack(|| session.user()).map(|it| it.user_id).unwrap_or_default();
    let number = move || format::number(minimum.into());
    let counted = move || match typed.get().0 {
        0 => String::new(),
        count => (text().password().counted)(&format::number(count as f64), &number()),
    };
    let enough = move || if typed.get().0 < minimum as usize { "" } else { text().password().enough };
    let same = move || match typed.get().1 {
        None => "",
        Some(true) => text().password().same,
        Some(false) => text().password().not_same,
    };
    view! {
        <form class="card" node_ref=form.element novalidate on:submit=submit on:input=watch>
            <Notice error=form.error explain=None />
            // As text, because an input would cut a long one off; the hidden one is for password managers.
            <p class="account">
                <span class="meta">{t!(overview.user_id)}</span>
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
            <Field
                name=NEW
                label=t!(password.new)
                hint=Reading::new(move || (text().password().rule)(&number()))
                error=form.refused(NEW, t!(password.new_required), t!(error.field))
                input_type="password"
                autocomplete="new-password"
            />
            <p class="meta typed">{said(counted)}</p>
            // Said once, when it becomes true, and not at every key.
            <p class="visually-hidden" role="status">{live(enough)}</p>
            <Field
                name=CONFIRMED
                label=t!(password.confirm)
                error=Reading::new(move || match mismatch.get() {
                    true => Some(text().password().mismatch.to_owned()),
                    false => confirm_error.get(),
                })
                input_type="password"
                autocomplete="new-password"
            />
            <p class="meta typed" role="status">{live(same)}</p>
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
