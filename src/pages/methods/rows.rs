//! One method: what it is good for and what can be done with it; and the question before it is deleted.

use leptos::prelude::*;
use portal_contract::methods::{Deletable, Method, Methods};

use super::{
    data::{OwnMethods, Step},
    words::{adding, called, good_for, icon, name},
};
use crate::{
    components::{
        button::Button,
        confirm_dialog::ConfirmDialog,
        icon::{Icon, LOCKED},
    },
    i18n::{Sentence, format, text},
    state::capabilities,
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, said, view},
};

/// A registered method.
#[component]
pub fn Row(
    /// Which.
    method: Method,
    /// Whose.
    data: OwnMethods,
    /// Below a heading of its section.
    #[prop(default = false)]
    nested: bool,
) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let shown = StoredValue::new(method.clone());
    let label = |words: Sentence| Reading::new(move || words()(&shown.with_value(called)));
    let dates = move || {
        shown.with_value(|it| {
            let words = text().security_info();
            let added = (words.added_on)(&format::date(&it.added_at));
            let used = it.last_used_at.as_deref().map(|at| (words.last_used)(&format::date(at)));
            [Some(good_for(it).to_owned()), Some(added), used].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    let change = method.changeable.then(|| {
        let step = Step::Begin { kind: method.kind, replaces: Some(method.clone()) };
        view! {
            <Button
                operation=adding(method.kind)
                label=t!(security_info.change)
                name=label(|| text().security_info().change_label)
                disabled=offline
                press=move |()| data.start(step.clone())
            />
        }
    });
    let delete = (method.deletable == Deletable::Possible).then(|| {
        view! {
            <Button
                operation=capabilities::DELETE_METHOD
                kind="quiet"
                label=t!(security_info.delete)
                name=label(|| text().security_info().delete_label)
                disabled=offline
                press=move |()| data.ask(shown.get_value())
            />
        }
    });
    let kept = match method.deletable {
        Deletable::LastMethod => Some(t!(error.last_method)),
        Deletable::ByOrganizationOnly | Deletable::Unknown => Some(t!(error.set_by_organization)),
        Deletable::Possible => None,
    };
    let title = name(method.kind);
    let title = if nested {
        view! { <h3>{title}</h3> }
    } else {
        view! { <h2>{title}</h2> }
    };
    view! {
        <li class="card row">
            <span class="shape">
                <Icon path=icon(method.kind) />
            </span>
            <div class="who">
                {title}
                <p>{method.display_name}</p>
                <p class="meta">{said(dates)}</p>
            </div>
            <div class="row-actions">{change} {delete}</div>
            {kept
                .map(|words| {
                    view! {
                        <p class="note">
                            <Icon path=LOCKED />
                            <span>{words}</span>
                        </p>
                    }
                })}
        </li>
    }
}

/// Asks before a method is deleted, and says what sign-in asks for then.
#[component]
pub fn DeleteDialog(data: OwnMethods) -> Built {
    let name = move || data.asked.with(|it| it.as_ref().map(called).unwrap_or_default());
    let lost = move || {
        let words = text().security_info();
        let (Some(method), Fetched::Ready(methods)) = (data.asked.get(), data.methods.fetched()) else {
            return String::new();
        };
        match (next(&methods, &method), methods.default_method == Some(method.id)) {
            (Some(next), _) => (words.falls_back)(&called(next)),
            (None, true) => words.password_only.to_owned(),
            (None, false) => words.no_longer.to_owned(),
        }
    };
    view! {
        <ConfirmDialog
            open=data.asking
            title=move || (text().security_info().confirm_title)(&name())
            lost
            finality=t!(security_info.confirm_final)
            action=t!(security_info.delete)
            busy=t!(security_info.deleting)
            pending=data.remove.pending()
            error=data.remove.error()
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}

fn next<'a>(methods: &'a Methods, method: &Method) -> Option<&'a Method> {
    let id = method.falls_back_to.as_ref()?;
    methods.items.iter().find(|it| it.id == *id)
}
