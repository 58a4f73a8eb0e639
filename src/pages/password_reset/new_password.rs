//! Choosing the new password.

use leptos::{ev, html, prelude::*};
use portal_contract::password_reset::NewPassword as Request;

use super::{
    Forgotten,
    data::{Reset, explained},
};
use crate::{
    api,
    components::{button::Button, form::Form, notice::Notice},
    pages::password::{CONFIRMED, NEW, NewPassword},
    t,
    view::{Built, view},
};

/// Asks for it twice; then on to signing in.
#[component]
pub fn ChoosePassword(
    /// The reset.
    token: String,
    /// The fewest characters.
    minimum: u32,
    reset: Reset,
) -> Built {
    let (form, forgotten) = (Form::new(), Forgotten::here());
    let mismatch = RwSignal::new(false);
    let heading = NodeRef::<html::H2>::new();
    heading.on_load(|heading| {
        // The form had the focus and has gone. A heading with `tabindex` takes it.
        request_animation_frame(move || _ = heading.focus());
    });
    let submit = move |event: ev::SubmitEvent| {
        mismatch.set(false);
        let Some([new_password, again]) = form.submitted(&event, [NEW, CONFIRMED]) else { return };
        if again != new_password {
            mismatch.set(true);
            return form.focus_refused();
        }
        // The same password goes out under the same key, so that it has one effect however often it is sent (R2).
        let key = form.key(&new_password);
        let new = Request { token: token.clone(), new_password };
        let request = async move { reset.checked(api::password_reset::finish(&new, &key).await) };
        form.send(request, move |()| forgotten.done());
    };
    view! {
        <h2 node_ref=heading tabindex="-1">{t!(password_reset.new_title)}</h2>
        <p>{t!(password_reset.new_intro)}</p>
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(explained)) />
            // For password managers.
            <input type="text" name="username" value=reset.user_id.get_value() autocomplete="username" hidden readonly />
            <NewPassword form minimum mismatch />
            <Button
                kind="primary"
                button_type="submit"
                label=t!(pages.change_password)
                busy=t!(password.submitting)
                pending=form.pending
            />
        </form>
    }
}
