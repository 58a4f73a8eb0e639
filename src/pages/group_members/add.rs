//! Adding members: whom, and what they read about it.

use leptos::{ev, prelude::*};
use portal_contract::group_members::{DirectoryPerson, NewMembers};

use super::{
    data::{Members, explained},
    picker::{PeoplePicker, Picker},
};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, dialog::Dialog, field::text_area::TextArea, form::Form, notice::Notice},
    i18n::{format, text},
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, live, view},
};

/// The dialog; who is chosen and what is typed stays until it is closed.
#[component]
pub fn AddDialog(data: Members) -> Built {
    let title = move || (text().group_members().add_title)(&data.name().unwrap_or_default());
    let content = move |()| view! { <Add data /> };
    view! { <Dialog open=data.adding title close=move |()| data.adding.set(false) content /> }
}

#[component]
fn Add(data: Members) -> Built {
    let online = Online::now();
    let form = Form::new();
    let picker = Picker::new(data.id);
    // The names of those whom the backend does not take.
    let refused = RwSignal::new(Vec::new());
    let submit = move |event: ev::SubmitEvent| {
        let Some([]) = form.submitted(&event, []) else { return };
        let (message, people) = (form.value("message"), picker.chosen.get_untracked());
        if people.is_empty() {
            picker.missing.set(true);
            return picker.focus();
        }
        let body = NewMembers {
            people: people.iter().map(|it| it.id.clone()).collect(),
            message: Some(message).filter(|it| !it.trim().is_empty()),
        };
        let ids: Vec<&str> = body.people.iter().map(|it| it.0.as_str()).collect();
        let key = form.key(&format!("{}\n{}", ids.join(" "), body.message.as_deref().unwrap_or_default()));
        let names: Vec<String> = people.iter().map(|it| it.display_name.clone()).collect();
        let group = data.id.get_value();
        let send = async move {
            let outcome = data.session.guarded(|| api::group_members::add(&group, &body, &key)).await;
            if let Err(error) = &outcome {
                let (out, stays): (Vec<_>, Vec<_>) =
                    people.into_iter().enumerate().partition(|it| taken_out(error, it));
                refused.try_set(out.into_iter().map(|it| it.1.display_name).collect());
                picker.chosen.try_set(stays.into_iter().map(|it| it.1).collect());
                if error.outcome_unknown() {
                    data.look();
                }
            }
            outcome
        };
        form.send(send, move |()| data.added(&names));
    };
    let explain = Callback::new(move |error: ApiError| match refused.with(Vec::is_empty) {
        true => explained(&error),
        false => Some((text().group_members().cannot_be_added)(&format::list(refused.get().into_iter()))),
    });
    let writes = Memo::new(move |_| matches!(data.group.fetched(), Fetched::Ready(it) if it.sends_messages));
    let message = move || {
        view! {
            <TextArea
                name="message"
                label=t!(group_members.message)
                hint=t!(group_members.message_hint)
                error=form.refused("message", t!(group_members.message_refused), t!(group_members.message_refused))
                required=false
                autofocus=false
            />
        }
    };
    view! {
        <form class="add" node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(explain) />
            <PeoplePicker it=picker />
            {live(move || writes.get().then(message))}
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| data.adding.set(false)>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(group_members.submit)
                    busy=t!(group_members.submitting)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}

/// Whether the backend refused this one of the chosen.
fn taken_out(error: &ApiError, (place, _): &(usize, DirectoryPerson)) -> bool {
    error.fields.iter().any(|it| it.pointer == format!("/people/{place}"))
}
