//! The question before a group, a membership or an ownership is lost.

use leptos::prelude::*;
use portal_contract::groups::JoinPolicy;

use super::data::{Change, Details, explained, number};
use crate::{
    components::confirm_dialog::ConfirmDialog,
    i18n::text,
    t,
    view::{Built, view},
};

/// One dialog for all of them.
#[component]
pub fn Confirm(data: Details) -> Built {
    let title = move || {
        let (words, name) = (text().group(), data.of(|it| it.display_name.clone()));
        data.asked.with(|asked| match asked {
            Change::Delete => (words.delete_title)(&name),
            Change::RemoveOwner(it) if data.is_me(it) => (words.give_up_title)(&name),
            Change::RemoveOwner(it) => (words.remove_title)(&it.display_name),
            _ => (words.leave_title)(&name),
        })
    };
    let lost = move || {
        let words = text().group();
        data.asked.with(|asked| match asked {
            Change::Delete => {
                let count = data.of(|it| it.member_count);
                (words.delete_lost)(&number(count), count == 1)
            }
            Change::RemoveOwner(it) if data.is_me(it) => words.give_up_lost.to_owned(),
            Change::RemoveOwner(it) => (words.remove_lost)(&it.display_name),
            _ if data.of(|it| it.is_owner) => words.leave_lost_owner.to_owned(),
            _ => words.leave_lost.to_owned(),
        })
    };
    let finality = move || {
        let words = text().group();
        let words = data.asked.with(|asked| match asked {
            Change::Delete => words.delete_finality,
            Change::RemoveOwner(it) if data.is_me(it) => words.give_up_finality,
            Change::RemoveOwner(_) => words.remove_finality,
            _ => match data.of(|it| Some(it.join_policy)) {
                Some(JoinPolicy::Open) => words.back_open,
                Some(JoinPolicy::Approval) => words.back_approval,
                _ => words.back_closed,
            },
        });
        words.to_owned()
    };
    let action = move || {
        let words = text().group();
        let words = data.asked.with(|asked| match asked {
            Change::Delete => words.delete,
            Change::RemoveOwner(it) if data.is_me(it) => words.give_up,
            Change::RemoveOwner(_) => words.remove_owner,
            _ => words.leave,
        });
        words.to_owned()
    };
    let confirm = move |()| data.run(data.asked.get_untracked());
    view! {
        <ConfirmDialog
            open=data.asking
            title
            lost
            finality
            action
            busy=t!(common.working)
            pending=data.change.pending()
            error=data.change.error()
            explain=Callback::new(|error| explained(&error))
            confirm
            cancel=move |()| data.cancel()
        />
    }
}
