//! App passwords: a name, then the password, shown once.

use leptos::{ev, prelude::*};
use portal_contract::methods::NewAppPasswordName;

use super::{
    super::data::{OwnMethods, Step},
    Onward, entered,
};
use crate::{
    api,
    components::{copy::Copy, field::Field, notice::Notice},
    t,
    view::{Built, view},
};

/// What it is for.
#[component]
pub fn AppPassword(data: OwnMethods) -> Built {
    let form = entered();
    let submit = move |event: ev::SubmitEvent| {
        let Some([name]) = form.submitted(&event, ["name"]) else { return };
        let key = form.key(&name);
        let name = NewAppPasswordName { name };
        let request = async move { data.session.guarded(|| api::methods::app_password(&name, &key)).await };
        form.send(request, move |new| {
            data.methods.refetch();
            data.step.set(Step::Shown(new.password));
        });
    };
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=None />
            <p>{t!(security_info.app_password_intro)}</p>
            <Field
                name="name"
                label=t!(security_info.app_password_name)
                hint=t!(security_info.app_password_hint)
                error=form.refused("name", t!(security_info.needed), t!(error.field))
                autocomplete="off"
                autofocus=true
            />
            <Onward data form label=t!(common.next) />
        </form>
    }
}

/// The password: nobody can show it again.
#[component]
pub fn AppPasswordShown(password: String, data: OwnMethods) -> Built {
    let form = entered();
    let done = move |event: ev::SubmitEvent| {
        event.prevent_default();
        data.open.set(false);
    };
    view! {
        <form node_ref=form.element on:submit=done>
            <p>{t!(security_info.shown_once)}</p>
            <p class="secret"><code>{password.clone()}</code></p>
            <Copy value=password name=t!(security_info.copy_password) />
            <div class="actions">
                <button type="submit" class="button" data-kind="primary">
                    {t!(common.done)}
                </button>
            </div>
        </form>
    }
}
