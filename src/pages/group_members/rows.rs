//! One member: who it is, and **Remove** for owners.

use leptos::prelude::*;
use portal_contract::group_members::Member;

use super::data::Members;
use crate::{
    components::{avatar::Avatar, button::Button},
    i18n::text,
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, live, view},
};

/// The row; it goes when the member was removed.
pub fn row(data: Members, member: Member) -> Built {
    let id = member.id.clone();
    let badges = [(member.owner, t!(group_members.owner)), (member.guest, t!(group_members.guest))];
    let badges = badges.into_iter().filter(|it| it.0).map(|it| view! { " " <span class="badge">{it.1}</span> });
    let shown = member.clone();
    let name = member.display_name.clone();
    let about = match &member.job_title {
        Some(job) => format!("{job} · {}", member.user_id),
        None => member.user_id.clone(),
    };
    view! {
        <li class="card row" hidden=move || data.is_gone(&id)>
            <Avatar name=member.display_name.clone() />
            <div class="who">
                <p>
                    <strong>{shown.display_name}</strong>
                    {badges.collect::<Vec<_>>()}
                </p>
                <p class="meta">{about}</p>
            </div>
            {live(move || data.manages.get().then(|| remove(data, member.clone(), name.clone())))}
        </li>
    }
}

fn remove(data: Members, member: Member, name: String) -> Built {
    let online = Online::now();
    view! {
        <Button
            operation=capabilities::MANAGE_GROUPS
            label=t!(group_members.remove)
            name=Reading::new(move || (text().group_members().remove_label)(&name))
            disabled=Reading::new(move || !online.get())
            press=move |()| data.ask(member.clone())
        />
    }
}
