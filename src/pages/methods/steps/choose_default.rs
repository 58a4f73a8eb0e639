//! Which method sign-in asks for first.

use leptos::{ev, prelude::*};
use portal_contract::{ids::MethodId, methods::Methods};

use super::super::{data::OwnMethods, words::called};
use crate::{
    components::{button::Button, form::Form, notice::Notice},
    t,
    view::{Built, said, view},
};

/// One of those that are good for sign-in.
#[component]
pub fn ChooseDefault(methods: Methods, data: OwnMethods) -> Built {
    let form = Form::new();
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        data.set_default.run(MethodId(form.value("method")));
    };
    let default = methods.default_method;
    let options = methods
        .items
        .into_iter()
        .filter(|it| it.good_for_sign_in)
        .map(|it| {
            let chosen = default.as_ref() == Some(&it.id);
            view! {
                <label>
                    <input type="radio" name="method" value=it.id.0.clone() checked=chosen />
                    <span>{said(move || called(&it))}</span>
                </label>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=data.set_default.error() explain=None />
            <fieldset>
                <legend>{t!(security_info.default_which)}</legend>
                {options}
            </fieldset>
            <div class="actions">
                <button type="button" class="button" data-kind="plain" on:click=move |_| data.open.set(false)>
                    {t!(common.cancel)}
                </button>
                <Button
                    kind="primary"
                    button_type="submit"
                    label=t!(security_info.confirm)
                    busy=t!(common.working)
                    pending=data.set_default.pending()
                />
            </div>
        </form>
    }
}
