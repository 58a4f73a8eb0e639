//! Closing the account: what is lost, a typed confirmation, a last question. Not in a managed organization (features 1.9).

use leptos::{ev, prelude::*};
use portal_contract::{
    my_data::{Closing, ClosingState},
    problem::{Code, FieldCode, FieldProblem},
};

use super::closing::Close;
use crate::{
    api::error::{ApiError, Failure},
    components::offered::offered,
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        contact::Contact,
        field::Field,
        form::Form,
        icon::{Icon, LOCKED, WARNING},
        loaded::Loaded,
    },
    i18n::text,
    routes,
    state::capabilities,
    state::{online::Online, session::Session},
    t,
    view::{Built, Reading, said, view},
};

/// The section.
#[component]
pub fn CloseAccount() -> Built {
    let data = Close::new();
    let content = move |closing: Closing| match closing.state {
        ClosingState::Possible => {
            offered(capabilities::CLOSE_ACCOUNT, t!(my_data.close), Box::new(move || view! { <Confirm data /> }))
        }
        _ => view! { <Impossible closing /> },
    };
    view! {
        <section aria-labelledby="close">
            <h2 id="close">{t!(my_data.close)}</h2>
            <Loaded query=data.closing rows=1 content />
            <Confirmation data />
        </section>
    }
}

#[component]
fn Confirm(data: Close) -> Built {
    let online = Online::now();
    let session = Session::here();
    let form = Form::new();
    let own = move || session.user().map(|it| it.user_id).unwrap_or_default();
    let submit = move |event: ev::SubmitEvent| {
        let Some([typed]) = form.submitted(&event, ["userId"]) else { return };
        let typed = typed.trim();
        if !typed.eq_ignore_ascii_case(&untrack(own)) {
            let other = FieldProblem { pointer: "/userId".to_owned(), code: FieldCode::Malformed, limit: None };
            return form
                .refuse(ApiError { fields: vec![other], ..ApiError::new(Failure::Refused(Code::InvalidFields)) });
        }
        data.typed.set(typed.to_owned());
        data.asking.set(true);
    };
    let lost = (0..text().my_data().close_lost.len())
        .map(|index| view! { <li>{said(move || text().my_data().close_lost[index].to_owned())}</li> })
        .collect::<Vec<_>>();
    view! {
        <form class="card" node_ref=form.element novalidate on:submit=submit>
            <div class="warning">
                <Icon path=WARNING />
                <div>
                    <p><strong>{t!(my_data.close_note)}</strong></p>
                    <ul>{lost}</ul>
                    <p>{t!(my_data.close_export_first)}</p>
                </div>
            </div>
            <Field name="userId" label=t!(my_data.user_id) error=form.refused("userId", t!(my_data.user_id_required), t!(my_data.user_id_other)) autocomplete="off" inputmode="email" />
            <Button
                button_type="submit"
                label=t!(my_data.close)
                disabled=Reading::new(move || !online.get())
            />
        </form>
    }
}

#[component]
fn Impossible(closing: Closing) -> Built {
    let Closing { state, organization, contact } = closing;
    let name = organization.map(|it| it.display_name);
    let reason = move || match (state, &name) {
        (ClosingState::ManagedOrganization, Some(name)) => (text().my_data().managed)(name),
        (ClosingState::NoHomeOrganization, _) => text().my_data().no_home.to_owned(),
        (ClosingState::LastOwner, _) => text().my_data().last_owner.to_owned(),
        _ => text().error().closing_impossible.to_owned(),
    };
    view! {
        <div class="card warning">
            <Icon path=LOCKED />
            <div>
                <p>{said(reason)}</p>
                {match state {
                    ClosingState::LastOwner => {
                        Some(view! { <p><a href=routes::GROUPS>{t!(my_data.own_groups)}</a></p> })
                    }
                    _ => contact.map(|contact| view! { <Contact contact /> }),
                }}
            </div>
        </div>
    }
}

#[component]
fn Confirmation(data: Close) -> Built {
    let session = Session::here();
    let user_id = move || session.user().map(|it| it.user_id).unwrap_or_default();
    let explain = move |error: ApiError| error.outcome_unknown().then(|| text().my_data().close_unknown.to_owned());
    view! {
        <ConfirmDialog
            open=data.asking
            title=t!(my_data.confirm_title)
            lost=Reading::new(move || (text().my_data().confirm_lost)(&user_id()))
            finality=t!(my_data.confirm_final)
            action=t!(my_data.yes)
            busy=t!(my_data.closing)
            pending=data.close.pending()
            error=data.close.error()
            explain
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}
