//! Asking to join a group: why.

use leptos::{ev, prelude::*};
use portal_contract::{
    join_requests::{NewJoinRequest, OfferedGroup},
    problem::Code,
};

use super::data::{Joining, explained};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, dialog::Dialog, field::text_area::TextArea, form::Form, notice::Notice},
    i18n::text,
    state::online::Online,
    t,
    view::{Built, Reading, built, view},
};

/// The dialog; what is typed stays until it is closed.
#[component]
pub fn AskDialog(data: Joining) -> Built {
    let title = move || {
        let name = data.asked.with(|it| it.as_ref().map(|it| it.display_name.clone())).unwrap_or_default();
        (text().join_groups().ask_title)(&name)
    };
    let content = move |()| match data.asked.get_untracked() {
        Some(group) => view! { <Ask group data /> },
        None => built(()),
    };
    view! { <Dialog open=data.asking title close=move |()| data.asking.set(false) content /> }
}

#[component]
fn Ask(group: OfferedGroup, data: Joining) -> Built {
    let online = Online::now();
    let form = Form::new();
    let group = StoredValue::new(group);
    let submit = move |event: ev::SubmitEvent| {
        let Some([justification]) = form.submitted(&event, ["justification"]) else { return };
        let key = form.key(&justification);
        let request = NewJoinRequest { group: group.with_value(|it| it.id.clone()), justification };
        let send = async move {
            let outcome = data.session.guarded(|| api::join_requests::ask(&request, &key)).await;
            // What the form can help with is said at its field.
            if outcome.as_ref().is_err_and(|it| !it.is(Code::InvalidFields)) {
                data.look();
            }
            outcome
        };
        form.send(send, move |()| data.sent(&group.get_value()));
    };
    let explain = Callback::new(move |error: ApiError| group.with_value(|it| explained(&error, &it.display_name)));
    let required = t!(join_groups.justification_required);
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <p>{t!(join_groups.ask_intro)}</p>
            <Notice error=form.error explain=Some(explain) />
            <TextArea
                name="justification"
                label=t!(join_groups.justification)
                hint=t!(join_groups.justification_hint)
                error=form.refused("justification", required, required)
            />
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| data.asking.set(false)>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(join_groups.ask)
                    busy=t!(join_groups.sending)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}
