//! *Additional security verification* (features 2.3): what can follow the password, which of it comes first, and where it
//! is not asked for.

mod data;
mod trusted;

use leptos::{ev, prelude::*};
use portal_contract::{
    ids::MethodId,
    methods::{Addable, Method, MethodKind, Methods},
};
use stylers_macro::style_sheet;

use self::{data::Verification, trusted::Trusted};
use super::{
    access_denied::only_with_my_apps,
    methods::{self, DeleteDialog, MethodDialog, Row, Step, called},
};
use crate::{
    components::offered::offered,
    components::{
        back::back,
        button::Button,
        empty::Empty,
        field,
        form::Form,
        kept_elsewhere::{KeptElsewhere, is_kept_elsewhere},
        loaded::Loaded,
        notice::Notice,
        page::PageHeader,
        scoped,
        sheet::page_class,
    },
    routes,
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// The page.
#[component]
pub fn VerificationPage() -> Built {
    only_with_my_apps(|| view! { <Verify /> })
}

#[component]
fn Verify() -> Built {
    let scope = style_sheet!("src/pages/verification/verification.css");
    if is_kept_elsewhere() {
        return view! {
            <div class=methods::class(&scoped("verification", scope))>
                {back(routes::PROFILE, t!(pages.profile))}
                <PageHeader title=t!(pages.verification) intro=t!(verification.intro) />
                <KeptElsewhere />
            </div>
        };
    }
    let data = Verification::new();
    let content = move |methods: Methods| {
        let app = methods
            .offered
            .iter()
            .any(|it| it.kind == MethodKind::AuthenticatorApp && it.possible == Addable::Possible);
        let mine: Vec<_> = methods.items.into_iter().filter(|it| it.good_for_sign_in).collect();
        view! {
            <Preferred data methods=mine.clone() default=methods.default_method />
            <Respond data methods=mine app />
        }
    };
    view! {
        <div class=methods::class(&page_class!("verification", scope))>
            {back(routes::PROFILE, t!(pages.profile))}
            <PageHeader title=t!(pages.verification) intro=t!(verification.intro) />
            <Loaded query=data.own.methods rows=3 content />
            <Trusted data />
            <MethodDialog data=data.own />
            <DeleteDialog data=data.own />
        </div>
    }
}

/// **What's your preferred option?**
#[component]
fn Preferred(data: Verification, methods: Vec<Method>, default: Option<MethodId>) -> Built {
    let form = Form::new();
    let online = Online::now();
    if data.was_sent() {
        form.lead("[type=submit]");
    }
    let chosen = data.chosen_among(&methods).or(default.clone());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        data.save(MethodId(form.value("preferred")), default.as_ref());
    };
    let option = move |method: Method| {
        let selected = chosen.as_ref() == Some(&method.id);
        view! { <option value=method.id.0.clone() selected=selected>{said(move || called(&method))}</option> }
    };
    let choice = match methods.is_empty() {
        true => view! { <p>{t!(verification.preferred_none)}</p> },
        false => offered(
            capabilities::CHOOSE_DEFAULT_METHOD,
            t!(security_info.change_default),
            Box::new(move || {
                view! {
                    <p>{t!(verification.preferred_note)}</p>
                    <form node_ref=form.element novalidate on:submit=submit>
                        <Notice error=data.own.set_default.error() explain=None />
                        <div class=scoped("field", field::scope())>
                            <label for="preferred">{t!(verification.option)}</label>
                            <select
                                id="preferred"
                                name="preferred"
                                autocomplete="off"
                                on:change=move |event| data.choose(event_target_value(&event))
                            >
                                {methods.into_iter().map(option).collect::<Vec<_>>()}
                            </select>
                        </div>
                        <Button
                            kind="primary"
                            button_type="submit"
                            label=t!(common.save)
                            busy=t!(common.working)
                            pending=data.own.set_default.pending()
                            disabled=Reading::new(move || !online.get())
                        />
                    </form>
                }
            }),
        ),
    };
    view! {
        <section class="card" aria-labelledby="preferred-title">
            <h2 id="preferred-title">{t!(verification.preferred)}</h2>
            {choice}
        </section>
    }
}

/// **How would you like to respond?**
#[component]
fn Respond(data: Verification, methods: Vec<Method>, app: bool) -> Built {
    let online = Online::now();
    let offline = Reading::new(move || !online.get());
    let own = data.own;
    let app = app.then(|| {
        let step = Step::Begin { kind: MethodKind::AuthenticatorApp, replaces: None };
        view! {
            <Button
                operation=capabilities::ADD_METHOD
                kind="primary"
                label=t!(verification.set_up_app)
                disabled=offline
                press=move |()| own.start(step.clone())
            />
        }
    });
    let list = match methods.is_empty() {
        true => view! { <Empty title=t!(verification.none) note=t!(verification.none_note) /> },
        false => {
            let rows = methods.into_iter().map(|method| view! { <Row method data=own nested=true /> });
            view! { <ul class="rows">{rows.collect::<Vec<_>>()}</ul> }
        }
    };
    view! {
        <section aria-labelledby="respond">
            <h2 id="respond">{t!(verification.respond)}</h2>
            <p>{t!(verification.respond_note)}</p>
            <div class="actions start">
                {app}
                <Button
                    operation=capabilities::ADD_METHOD
                    label=t!(security_info.add)
                    disabled=offline
                    press=move |()| own.start(Step::Choose)
                />
            </div>
            {list}
        </section>
    }
}
