//! A group that can be joined, and a request that was made.

use leptos::prelude::*;
use portal_contract::{
    app_requests::RequestState,
    join_requests::{JoinRequest, JoinableGroup, OfferedGroup},
};

use super::{
    data::Joining,
    request::{badge, history, reason},
};
use crate::{
    components::{avatar::Avatar, button::Button},
    i18n::text,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// A group with **Join group**; or that a request for it waits.
pub fn offer(it: JoinableGroup, data: Joining) -> Built {
    let JoinableGroup { group, needs_approval, last_request } = it;
    let waits = last_request == Some(RequestState::Pending);
    // What was decided otherwise, the person's requests tell.
    let state = last_request.filter(|it| matches!(it, RequestState::Pending | RequestState::Denied)).map(badge);
    let how = if needs_approval { t!(join_groups.decides) } else { t!(join_groups.at_once) };
    let action = (!waits).then(|| action(&group, needs_approval, data));
    view! {
        <li class="card row">
            <Avatar name=group.display_name.clone() kind="organization" />
            <div class="who">
                <h3>{group.display_name} " " {state}</h3>
                {group.description.map(|it| view! { <p>{it}</p> })}
                <p class="meta">{how}</p>
            </div>
            {action}
        </li>
    }
}

fn action(group: &OfferedGroup, needs_approval: bool, data: Joining) -> Built {
    let online = Online::now();
    let named = group.display_name.clone();
    let (group, id) = (group.clone(), group.id.clone());
    let pending = move || data.join.pending().get() && data.joining.with(|it| it.as_ref() == Some(&id));
    view! {
        <Button
            kind=if needs_approval { "plain" } else { "primary" }
            label=t!(join_groups.join)
            name=Reading::new(move || (text().join_groups().join_label)(&named))
            busy=t!(join_groups.joining)
            pending
            disabled=Reading::new(move || !online.get())
            press=move |()| if needs_approval { data.ask(group.clone()) } else { data.join(group.clone()) }
        />
    }
}

/// A request: what became of it, why, and **Withdraw** while it waits.
pub fn own(request: JoinRequest, data: Joining) -> Built {
    let online = Online::now();
    let shown = request.clone();
    let withdraw = (request.state == RequestState::Pending).then(|| {
        let (request, id, named) = (request.clone(), request.id.clone(), request.group.display_name.clone());
        let pending = move || data.withdraw.pending().get() && data.withdrawing.with(|it| it.as_ref() == Some(&id));
        view! {
            <Button
                label=t!(join_groups.withdraw)
                name=Reading::new(move || (text().join_groups().withdraw_label)(&named))
                busy=t!(join_groups.withdrawing)
                pending
                disabled=Reading::new(move || !online.get())
                press=move |()| data.withdraw(request.clone())
            />
        }
    });
    view! {
        <li class="card row">
            <Avatar name=request.group.display_name.clone() kind="organization" />
            <div class="who">
                <h3>{request.group.display_name} " " {badge(request.state)}</h3>
                <p class="meta">{said(move || history(&shown))}</p>
                <blockquote>{request.justification}</blockquote>
                {reason(request.reason)}
            </div>
            {withdraw}
        </li>
    }
}
