//! The code that proves that a method works: shown by an app, or sent to a phone or an address.

use leptos::{ev, prelude::*};
use portal_contract::methods::{Ceremony, Confirmation, Enrolment, MethodKind};

use super::{super::data::OwnMethods, Onward, entered};
use crate::{
    api,
    components::{copy::Copy, field::Field, notice::Notice, qr_code::QrCode},
    i18n::text,
    t,
    view::{Built, said, view},
};

/// What to do, and the code.
#[component]
pub fn Prove(kind: MethodKind, enrolment: Enrolment, data: OwnMethods) -> Built {
    let form = entered();
    let id = enrolment.id.clone();
    let named = kind == MethodKind::AuthenticatorApp;
    let submit = move |event: ev::SubmitEvent| {
        let Some([code]) = form.submitted(&event, ["code"]) else { return };
        let [name] = form.entered(["name"]);
        let name = Some(name).filter(|it| named && !it.trim().is_empty());
        let (id, key) = (id.clone(), form.key(&format!("{code}\n{name:?}")));
        let proof = Confirmation { code: Some(code), credential: None, name };
        let request = async move { data.session.guarded(|| api::methods::confirm(&id, &proof, &key)).await };
        form.send(request, move |method| data.added(method));
    };
    let what = match enrolment.ceremony {
        Ceremony::Inline => view! { <SetUpApp enrolment=enrolment.clone() /> },
        _ => {
            let sent_to = enrolment.sent_to.clone().unwrap_or_default();
            view! { <p>{said(move || (text().sign_in().sent_to)(&sent_to))}</p> }
        }
    };
    let name = named.then(|| {
        view! {
            <Field
                name="name"
                label=t!(security_info.app_name)
                hint=t!(security_info.app_name_hint)
                error=form.refused("name", t!(security_info.needed), t!(error.field))
                autocomplete="off"
            />
        }
    });
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=None />
            {what}
            <Field
                id="methodCode"
                name="code"
                label=t!(sign_in.code)
                error=form.refused("code", t!(sign_in.code_required), t!(sign_in.code_malformed))
                autocomplete="one-time-code"
                inputmode="numeric"
                autofocus=true
            />
            {name}
            <Onward data form label=t!(security_info.verify) />
        </form>
    }
}

/// The QR code and, for who cannot scan it, what is in it.
#[component]
fn SetUpApp(enrolment: Enrolment) -> Built {
    let secret = enrolment.secret.unwrap_or_default();
    let address = enrolment.address.unwrap_or_default();
    // Groups of four are easier to type.
    let grouped = secret.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
    view! {
        <p>{t!(security_info.scan)}</p>
        <QrCode text=address.clone() name=t!(security_info.qr_code) />
        <details>
            <summary>{t!(security_info.cannot_scan)}</summary>
            <p>{t!(security_info.type_secret)}</p>
            <p><strong>{t!(security_info.secret)}</strong></p>
            <p class="secret"><code>{grouped}</code></p>
            <Copy value=secret name=t!(security_info.copy_secret) />
            <p><strong>{t!(security_info.address)}</strong></p>
            <p class="secret"><code>{address.clone()}</code></p>
            <Copy value=address name=t!(security_info.copy_address) />
        </details>
    }
}
