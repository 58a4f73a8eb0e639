//! The form. What is typed lives in its inputs and survives every refusal; nothing of it is stored.

use leptos::{ev, html, prelude::*};
use portal_contract::{
    password::PasswordChange,
    problem::{Code, FieldCode, FieldProblem},
};

use crate::{
    api::{self, error::ApiError},
    components::{button::Button, field::Field, notice::Notice},
    i18n::{Words, format, problem::field_sentence, text},
    pages::sign_in::{entered, focus_refused},
    state::{command::Command, online::Online, session::Session},
    t,
    view::{Built, Reading, live, said, view},
};

const OLD: &str = "oldPassword";
const NEW: &str = "newPassword";
const CONFIRMED: &str = "confirmPassword";

/// Asks for the old password and twice for the new one.
#[component]
pub fn PasswordForm(
    /// The fewest characters of the new one.
    minimum: u32,
    /// Set once it is changed.
    changed: RwSignal<bool>,
) -> Built {
    let online = Online::now();
    let form = NodeRef::<html::Form>::new();
    // Of the new password its length, and of the repetition whether it is there and the same.
    let typed = RwSignal::new((0, None::<bool>));
    // What the page itself finds wrong with old, new and repetition.
    let missing = RwSignal::new([None::<Words>; 3]);
    let change = Command::new(
        |it: PasswordChange, key| async move { api::password::change(&it, &key).await },
        move |_, outcome| match outcome {
            Ok(()) => _ = changed.try_set(true),
            Err(_) => {
                if let Some(form) = form.get_untracked() {
                    focus_refused(form);
                }
            }
        },
    );
    let watch = move |_| {
        let Some(form) = form.get_untracked() else { return };
        let (new, again) = (entered(&form, NEW), entered(&form, CONFIRMED));
        typed.set((new.chars().count(), (!again.is_empty()).then(|| again == new)));
    };
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(form) = form.get_untracked() else { return };
        if !untrack(|| online.get()) || untrack(|| change.pending().get()) {
            return;
        }
        let [old_password, new_password, again] = [OLD, NEW, CONFIRMED].map(|name| entered(&form, name));
        let wrong = [
            old_password.is_empty().then_some(t!(password.old_required)),
            new_password.is_empty().then_some(t!(password.new_required)),
            (again != new_password).then_some(t!(password.mismatch)),
        ];
        change.forget();
        missing.set(wrong);
        match wrong {
            [None, None, None] => change.run(PasswordChange { old_password, new_password }),
            _ => focus_refused(form),
        }
    };
    let refused = move |index: usize, pointer: &'static str| {
        Reading::new(move || {
            if let Some(words) = missing.get()[index] {
                return Some(words().to_owned());
            }
            let error = change.error().get()?;
            if index == 0 && error.is(Code::InvalidCredentials) {
                return Some(text().password.wrong_old.to_owned());
            }
            error.fields.iter().find(|it| it.pointer == pointer).map(reason)
        })
    };
    let explain =
        Callback::new(|error: ApiError| error.is(Code::InvalidCredentials).then(|| text().error.summary.to_owned()));
    let user_id = untrack(|| Session::here().user()).map(|it| it.user_id).unwrap_or_default();
    let number = move || format::number(minimum.into());
    let counted = move || match typed.get().0 {
        0 => String::new(),
        count => (text().password.counted)(&format::number(count as f64), &number()),
    };
    let enough = move || typed.get().0 >= minimum as usize;
    view! {
        <form class="card" node_ref=form novalidate on:submit=submit on:input=watch>
            <Notice error=change.error() explain=Some(explain) />
            <Field
                name="username"
                label=t!(overview.user_id)
                hint=t!(password.user_id_hint)
                error=Reading::new(|| None)
                autocomplete="username"
                value=user_id
                readonly=true
            />
            <Field
                name=OLD
                label=t!(password.old)
                error=refused(0, "/oldPassword")
                input_type="password"
                autocomplete="current-password"
            />
            <Field
                name=NEW
                label=t!(password.new)
                hint=Reading::new(move || (text().password.rule)(&number()))
                error=refused(1, "/newPassword")
                input_type="password"
                autocomplete="new-password"
            />
            <p class="meta typed">{said(counted)}</p>
            // Said once, when it becomes true, and not at every key.
            <span class="visually-hidden" role="status">
                {live(move || if enough() { text().password.enough } else { "" })}
            </span>
            <Field
                name=CONFIRMED
                label=t!(password.confirm)
                error=refused(2, "")
                input_type="password"
                autocomplete="new-password"
            />
            <p class="meta typed" role="status">
                {live(move || match typed.get().1 {
                    None => "",
                    Some(true) => text().password.same,
                    Some(false) => text().password.not_same,
                })}
            </p>
            <div class="actions">
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(password.submit)
                    busy=t!(password.submitting)
                    pending=change.pending()
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}

/// Why the backend refused a field.
fn reason(problem: &FieldProblem) -> String {
    let words = &text().password;
    match (problem.code, problem.limit) {
        (FieldCode::TooShort, Some(limit)) => (words.too_short)(&format::number(limit.into())),
        (FieldCode::TooCommon, _) => words.too_common.to_owned(),
        (FieldCode::ContainsName, _) => words.contains_name.to_owned(),
        (FieldCode::ContainsOrganization, _) => words.contains_organization.to_owned(),
        (FieldCode::ContainsUserId, _) => words.contains_user_id.to_owned(),
        (FieldCode::SameAsOld, _) => words.same_as_old.to_owned(),
        _ => field_sentence(problem, words.new_required, text().error.field),
    }
}
