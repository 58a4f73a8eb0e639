//! The methods by which somebody signs in or gets back in (features 1.4).

use leptos::prelude::*;
use portal_contract::methods::Methods;

use super::methods::{self, DeleteDialog, MethodDialog, OwnMethods, Row, Step, called};
use crate::{
    components::{
        button::Button,
        empty::Empty,
        kept_elsewhere::{KeptElsewhere, is_kept_elsewhere},
        loaded::Loaded,
        page::PageHeader,
    },
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// The page.
#[component]
pub fn SecurityInfoPage() -> Built {
    view! {
        <PageHeader
            title=t!(pages.security_info)
            intro=t!(security_info.intro)
        />
        <MethodList />
    }
}

/// What sign-in asks for first, and everything that is registered; also where the organization wants a method before
/// anything else is open.
#[component]
pub fn MethodList() -> Built {
    if is_kept_elsewhere() {
        return view! {
            <div class=methods::class("security-info")>
                <KeptElsewhere />
            </div>
        };
    }
    let data = OwnMethods::new(|_| true);
    let online = Online::now();
    let content = move |methods: Methods| {
        let default = methods.items.iter().find(|it| Some(&it.id) == methods.default_method.as_ref()).cloned();
        let choosable = methods.items.iter().filter(|it| it.good_for_sign_in).count() > 1;
        let offline = Reading::new(move || !online.get());
        let list = match methods.items.is_empty() {
            true => view! { <Empty title=t!(security_info.none) note=t!(overview.security_info_none) /> },
            false => {
                let rows = methods.items.into_iter().map(|method| view! { <Row method data /> }).collect::<Vec<_>>();
                view! { <ul class="rows">{rows}</ul> }
            }
        };
        let change = choosable.then(|| {
            view! {
                <Button
                    operation=capabilities::CHOOSE_DEFAULT_METHOD
                    kind="quiet"
                    label=t!(security_info.change)
                    name=t!(security_info.change_default)
                    disabled=offline
                    press=move |()| data.start(Step::Default)
                />
            }
        });
        let first = default.map(|it| {
            view! {
                <p class="default">
                    <span>{t!(security_info.default)} ": " <strong>{said(move || called(&it))}</strong></span>
                    {change}
                </p>
            }
        });
        view! {
            <div class="top">
                {first}
                <Button
                    operation=capabilities::ADD_METHOD
                    kind="primary"
                    label=t!(security_info.add)
                    disabled=offline
                    press=move |()| data.start(Step::Choose)
                />
            </div>
            {list}
        }
    };
    view! {
        <div class=methods::class("security-info")>
            <Loaded query=data.methods rows=3 content />
            <MethodDialog data />
            <DeleteDialog data />
        </div>
    }
}
