//! Who it is.

use leptos::{ev, prelude::*};
use portal_contract::password_reset::NewPasswordReset;

use super::data::{Reset, explained};
use crate::{
    api,
    components::{button::Button, field::Field, form::Form, notice::Notice},
    t,
    view::{Built, view},
};

/// Asks for the user ID.
#[component]
pub fn Who(reset: Reset) -> Built {
    let form = Form::new();
    let over = reset.over.get_value();
    if over.is_some() {
        reset.over.set_value(None);
        // What had the focus has gone.
        form.lead("#userId");
    }
    form.error.set(over);
    let submit = move |event: ev::SubmitEvent| {
        let Some([user_id]) = form.submitted(&event, ["userId"]) else { return };
        reset.user_id.set_value(user_id.clone());
        let key = form.key(&user_id);
        form.send(async move { api::password_reset::begin(&NewPasswordReset { user_id }, &key).await }, move |begun| {
            reset.begun(begun);
        });
    };
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(explained)) />
            <Field
                name="userId"
                label=t!(sign_in.user_id)
                hint=t!(sign_in.user_id_hint)
                error=form.refused("userId", t!(sign_in.user_id_required), t!(error.field))
                autocomplete="username"
                inputmode="email"
                value=reset.user_id.get_value()
            />
            <Button
                kind="primary"
                button_type="submit"
                label=t!(common.next)
                busy=t!(common.working)
                pending=form.pending
            />
        </form>
    }
}
