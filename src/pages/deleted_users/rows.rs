//! One deleted user, and the question before the end.

use leptos::prelude::*;
use portal_contract::deleted_users::DeletedUser;

use super::data::DeletedUsers;
use crate::{
    api::error::ApiError,
    components::{avatar::Avatar, button::Button, confirm_dialog::ConfirmDialog},
    i18n::{Sentence, format, text},
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// Who it is, how long there is, what comes back.
#[component]
pub fn Row(user: DeletedUser, data: DeletedUsers) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let name = StoredValue::new(user.display_name.clone());
    let shown = StoredValue::new(user.clone());
    let label = |words: Sentence| Reading::new(move || words()(&name.get_value()));
    let days = move || (text().common().days_left)(&format::number(user.days_left as f64), user.days_left as f64);
    let left = move || (text().deleted_users().left_on)(&format::date(&user.deleted_at));
    let back = move || {
        let (groups, apps) = shown.with_value(counts);
        (text().deleted_users().comes_back)(&groups, &apps)
    };
    view! {
        <li class="card row">
            <Avatar name=user.display_name.clone() />
            <div class="who">
                <h2>{user.display_name}</h2>
                <p class="meta">{user.user_id}</p>
                <p class="meta"><strong class="days">{said(days)}</strong> " · " {said(left)} " · " {said(back)}</p>
            </div>
            <div class="row-actions">
                <Button
                    label=t!(deleted_users.restore)
                    name=label(|| text().deleted_users().restore_label)
                    busy=t!(deleted_users.restoring)
                    pending=data.restore.pending()
                    disabled=offline
                    press=move |()| data.restore.run(shown.get_value())
                />
                <Button
                    kind="quiet"
                    label=t!(deleted_users.delete)
                    name=label(|| text().deleted_users().delete_label)
                    disabled=offline
                    press=move |()| data.ask(shown.get_value())
                />
            </div>
        </li>
    }
}

/// Asks before somebody is deleted for good.
#[component]
pub fn DeleteDialog(data: DeletedUsers) -> Built {
    let name = move || data.asked.with(|it| it.as_ref().map(|it| it.display_name.clone()).unwrap_or_default());
    let lost = move || {
        let (groups, apps) = data.asked.with(|it| it.as_ref().map(counts).unwrap_or_default());
        (text().deleted_users().confirm_lost)(&groups, &apps)
    };
    view! {
        <ConfirmDialog
            open=data.asking
            title=move || (text().deleted_users().confirm_title)(&name())
            lost
            finality=t!(deleted_users.confirm_final)
            action=t!(deleted_users.delete)
            busy=t!(deleted_users.deleting)
            pending=data.remove.pending()
            error=data.remove.error()
            explain=|error: ApiError| {
                error.outcome_unknown().then(|| text().deleted_users().unknown_outcome.to_owned())
            }
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

/// "2 groups" and "3 apps" of somebody.
fn counts(user: &DeletedUser) -> (String, String) {
    let words = text().organizations();
    let counted = |count: u32, words: fn(&str, f64) -> String| words(&format::number(count.into()), count.into());
    (counted(user.group_count, words.groups), counted(user.app_count, words.apps))
}
