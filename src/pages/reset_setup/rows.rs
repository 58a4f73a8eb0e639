//! One row for each method that helps with a forgotten password: what it is, whether it is registered, and how to.

use portal_contract::methods::{Addable, Deletable, Method, MethodKind, Methods};

use crate::{
    components::{button::Button, icon::Icon},
    i18n::{Sentence, Words, text},
    pages::methods::{OwnMethods, Step, adding, icon, kind_name},
    state::online::Online,
    t,
    view::{Built, Reading, view},
};

/// In the order of the page.
const SHOWN: [MethodKind; 6] = [
    MethodKind::Phone,
    MethodKind::AlternatePhone,
    MethodKind::Email,
    MethodKind::SecurityQuestions,
    MethodKind::AuthenticatorApp,
    MethodKind::OfficePhone,
];

/// What is registered, and what can be; `counted` are the kinds that a reset accepts now.
pub fn rows(methods: &Methods, counted: &[MethodKind], data: OwnMethods) -> Built {
    let found = |kind: MethodKind| methods.items.iter().find(|it| it.kind == kind).cloned();
    let offered = |kind: MethodKind| {
        // A second telephone is no second kind; one on the desk comes from the organization.
        let asked_for = !matches!(kind, MethodKind::AlternatePhone | MethodKind::OfficePhone);
        asked_for && methods.offered.iter().any(|it| it.kind == kind && it.possible == Addable::Possible)
    };
    let all = SHOWN.into_iter().filter_map(|kind| match found(kind) {
        Some(method) => Some(row(kind, Some((method, counted.contains(&counts_as(kind)))), data)),
        None => offered(kind).then(|| row(kind, None, data)),
    });
    view! { <ul class="rows">{all.collect::<Vec<_>>()}</ul> }
}

/// All telephones are one kind.
fn counts_as(kind: MethodKind) -> MethodKind {
    match kind {
        MethodKind::AlternatePhone | MethodKind::OfficePhone => MethodKind::Phone,
        other => other,
    }
}

/// `registered`: the method, and whether a reset accepts it.
fn row(kind: MethodKind, registered: Option<(Method, bool)>, data: OwnMethods) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let title = title(kind);
    let label = move |words: Sentence| Reading::new(move || words()(title()));
    let (state, method) = match registered {
        None => (t!(reset_setup.not_yet), None),
        Some((method, accepted)) => (said_of(&method, accepted), Some(method)),
    };
    let name = method.as_ref().and_then(|it| it.display_name.clone());
    let done = method.is_some();
    let action = match method {
        None => Some(view! {
            <Button
                operation=adding(kind)
                label=t!(reset_setup.set_up)
                name=label(|| text().reset_setup().set_up_label)
                disabled=offline
                press=move |()| data.start(Step::Begin { kind, replaces: None })
            />
        }),
        Some(method) => can_change(&method).then(|| {
            let step = Step::Begin { kind, replaces: Some(method) };
            view! {
                <Button
                    operation=adding(kind)
                    label=t!(security_info.change)
                    name=label(|| text().security_info().change_label)
                    disabled=offline
                    press=move |()| data.start(step.clone())
                />
            }
        }),
    };
    view! {
        <li class="card row" data-done=done.then_some("")>
            <span class="shape">
                <Icon path=icon(kind) />
            </span>
            <div class="who">
                <h2>{title}</h2>
                {name.map(|it| view! { <p>{it}</p> })}
                <p class="meta">{state}</p>
            </div>
            <div class="row-actions">{action}</div>
        </li>
    }
}

/// What the person reads of a registered method.
fn said_of(method: &Method, accepted: bool) -> Words {
    match (method.kind, method.deletable) {
        _ if !accepted => t!(reset_setup.not_accepted),
        (_, Deletable::ByOrganizationOnly) => t!(reset_setup.by_administrator),
        _ => t!(reset_setup.registered),
    }
}

/// The office phone is only shown here; an app is not changed, but set up anew in Security info.
fn can_change(method: &Method) -> bool {
    match method.kind {
        MethodKind::OfficePhone => false,
        MethodKind::SecurityQuestions => method.deletable == Deletable::Possible,
        _ => method.changeable,
    }
}

/// What a kind is called where it brings somebody back in.
fn title(kind: MethodKind) -> Words {
    match kind {
        MethodKind::Phone => t!(reset_setup.phone),
        MethodKind::AlternatePhone => t!(reset_setup.alternate_phone),
        MethodKind::Email => t!(reset_setup.email),
        other => kind_name(other),
    }
}
