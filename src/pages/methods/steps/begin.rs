//! What a method needs to begin: nothing for an app, a number for a phone, an address for e-mail, a name for a key.

use leptos::{ev, prelude::*};
use portal_contract::methods::{Ceremony, Channel, Confirmation, Enrolment, Method, MethodKind, NewEnrolment};

use super::{
    super::data::{OwnMethods, Step},
    Onward, entered,
};
use crate::{
    api::{
        self,
        error::{ApiError, Failure},
        key::Key,
    },
    components::{field::Field, form::Form, notice::Notice},
    i18n::text,
    t,
    view::{Built, view},
    webauthn,
};

/// Asks, then begins.
#[component]
pub fn Begin(kind: MethodKind, replaces: Option<Method>, data: OwnMethods) -> Built {
    let form = entered();
    let names: &[&str] = match kind {
        MethodKind::Phone | MethodKind::AlternatePhone | MethodKind::OfficePhone => &["phoneNumber"],
        MethodKind::Email => &["mail"],
        MethodKind::SecurityKey => &["name"],
        _ => &[],
    };
    let replaced = replaces.map(|it| it.id);
    let submit = move |event: ev::SubmitEvent| {
        let entered = match names {
            [name] => form.submitted(&event, [*name]).map(|[entered]| Some(entered)),
            _ => form.submitted(&event, []).map(|[]| None),
        };
        let Some(entered) = entered else { return };
        let value = |wanted: &str| entered.clone().filter(|_| names.contains(&wanted));
        let [channel] = form.entered(["channel"]);
        let new = NewEnrolment {
            kind,
            phone_number: value("phoneNumber"),
            channel: match channel.as_str() {
                "call" => Some(Channel::Call),
                "text" => Some(Channel::Text),
                _ => None,
            },
            mail: value("mail"),
            name: value("name"),
            replaces: replaced.clone(),
        };
        // A key's ceremony is begun anew: what the browser was asked is over.
        let key = match kind {
            MethodKind::SecurityKey => Key::fresh(),
            _ => form.key(&format!("{channel}\n{entered:?}")),
        };
        let request = async move { data.session.guarded(|| api::methods::enrol(&new, &key)).await };
        form.send(request, move |enrolment| match enrolment.ceremony {
            Ceremony::Webauthn => register_key(enrolment, form, data),
            Ceremony::Redirect => _ = window().location().set_href(&enrolment.redirect_to.unwrap_or_default()),
            _ => data.step.set(Step::Prove { kind, enrolment }),
        });
    };
    let error = |name: &'static str| form.refused(name, t!(security_info.needed), t!(error.field));
    let fields = match kind {
        MethodKind::AuthenticatorApp => view! { <p>{t!(security_info.get_app)}</p> },
        MethodKind::Email => view! {
            <Field
                name="mail"
                label=t!(security_info.mail)
                hint=t!(security_info.mail_hint)
                error=error("mail")
                input_type="email"
                inputmode="email"
                autocomplete="email"
                autofocus=true
            />
        },
        MethodKind::SecurityKey => view! {
            <p>{t!(security_info.key_intro)}</p>
            <Field
                name="name"
                label=t!(security_info.key_name)
                hint=t!(security_info.key_name_hint)
                error=error("name")
                autocomplete="off"
                autofocus=true
            />
        },
        _ => view! {
            <Field
                name="phoneNumber"
                label=t!(security_info.number)
                hint=t!(security_info.number_hint)
                error=form.refused("phoneNumber", t!(security_info.needed), t!(security_info.number_malformed))
                input_type="tel"
                inputmode="tel"
                autocomplete="tel"
                autofocus=true
            />
            {(kind != MethodKind::OfficePhone).then(|| view! { <ChooseChannel /> })}
        },
    };
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(explain)) />
            {fields}
            <Onward data form label=t!(common.next) />
        </form>
    }
}

/// How the code comes.
#[component]
fn ChooseChannel() -> Built {
    view! {
        <fieldset>
            <legend>{t!(security_info.channel)}</legend>
            <label><input type="radio" name="channel" value="text" checked /> <span>{t!(sign_in.text_me)}</span></label>
            <label><input type="radio" name="channel" value="call" /> <span>{t!(sign_in.call_me)}</span></label>
        </fieldset>
    }
}

/// The browser asks for the key; what it gives is the proof.
fn register_key(enrolment: Enrolment, form: Form, data: OwnMethods) {
    let request = async move {
        let options = enrolment.options.unwrap_or_default();
        let credential = webauthn::create(&options).await.map_err(|_| ApiError::new(Failure::Cancelled))?;
        let proof = Confirmation { code: None, credential: Some(credential), name: None };
        let key = Key::fresh();
        data.session.guarded(|| api::methods::confirm(&enrolment.id, &proof, &key)).await
    };
    form.send(request, move |method| data.added(method));
}

/// A key that the browser did not get is no refused proof of identity.
fn explain(error: ApiError) -> Option<String> {
    (error.failure == Failure::Cancelled).then(|| text().sign_in().no_credential.to_owned())
}
