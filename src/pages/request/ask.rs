//! Asking for an app: what it is needed for.

use leptos::{ev, prelude::*};
use portal_contract::{
    app_requests::{NewAppRequest, OfferedApp},
    problem::Code,
};

use super::{
    data::{Requests, explained},
    offered::name,
};
use crate::{
    api::{self, error::ApiError},
    components::{button::Button, dialog::Dialog, field::text_area::TextArea, form::Form, notice::Notice},
    i18n::text,
    state::online::Online,
    t,
    view::{Built, Reading, built, said, view},
};

/// The dialog; what is typed stays until it is closed.
#[component]
pub fn AskDialog(data: Requests) -> Built {
    let title = move || {
        let name = data.asked.with(|it| it.as_ref().map(name)).unwrap_or_default();
        (text().request().ask_label)(&name)
    };
    let content = move |()| match data.asked.get_untracked() {
        Some(app) => view! { <Ask app data /> },
        None => built(()),
    };
    view! { <Dialog open=data.asking title close=move |()| data.asking.set(false) content /> }
}

#[component]
fn Ask(app: OfferedApp, data: Requests) -> Built {
    let online = Online::now();
    let form = Form::new();
    let app = StoredValue::new(app);
    let submit = move |event: ev::SubmitEvent| {
        let Some([justification]) = form.submitted(&event, ["justification"]) else { return };
        let key = form.key(&justification);
        let request = NewAppRequest { app: app.with_value(|it| it.id.clone()), justification };
        let send = async move {
            let outcome = data.session.guarded(|| api::app_requests::ask(&request, &key)).await;
            // What the form can help with is said at its field.
            if outcome.as_ref().is_err_and(|it| !it.is(Code::InvalidFields)) {
                data.look();
            }
            outcome
        };
        form.send(send, move |()| data.sent(&app.get_value()));
    };
    let explain = Callback::new(move |error: ApiError| explained(&error, &app.with_value(name)));
    let intro = move || app.with_value(|it| (text().request().ask_intro)(&it.organization.display_name));
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <p>{said(intro)}</p>
            <Notice error=form.error explain=Some(explain) />
            <TextArea
                name="justification"
                label=t!(request.justification)
                hint=t!(request.justification_hint)
                error=form.refused("justification", t!(request.justification_required), t!(request.justification_required))
            />
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| data.asking.set(false)>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(request.ask)
                    busy=t!(request.sending)
                    pending=form.pending
                    disabled=Reading::new(move || !online.get())
                />
            </div>
        </form>
    }
}
