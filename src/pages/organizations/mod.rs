//! The organizations connected to the account, and leaving one (features 1.2).

mod data;
mod rows;
pub mod switch;

use leptos::prelude::*;
use portal_contract::organizations::{ConnectedOrganization, Relation};
use stylers_macro::style_sheet;

use self::{
    data::Organizations,
    rows::{Home, Other},
};
use crate::{
    components::{confirm_dialog::ConfirmDialog, empty::Empty, loaded::Loaded, page::PageHeader, sheet::page_class},
    i18n::text,
    t,
    view::{Built, built, live, view},
};

/// Home organization, the others, and what to look at next. Without a home: one heading with the list.
#[component]
pub fn OrganizationsPage() -> Built {
    let content = |data, home: Vec<_>, others: Vec<_>| {
        let has_home = !home.is_empty();
        view! {
            {has_home
                .then(|| {
                    view! {
                        <section>
                            <h2>{t!(organizations.home)}</h2>
                            {homes(home)}
                        </section>
                    }
                })}
            <section aria-label=(!has_home).then_some(t!(pages.organizations))>
                {has_home.then(|| view! { <h2>{t!(organizations.others)}</h2> })}
                {if others.is_empty() {
                    view! { <Empty title=t!(organizations.none) note=t!(organizations.none_note) /> }
                } else {
                    list(data, others)
                }}
            </section>
        }
    };
    let header = view! { <PageHeader title=t!(pages.organizations) intro=t!(organizations.intro) /> };
    frame(header, content, Some(view! { <Next /> }))
}

/// The organizations as a section of another page.
#[component]
pub fn OrganizationsSection() -> Built {
    let content = |data, home: Vec<_>, others: Vec<_>| match (home.is_empty(), others.is_empty()) {
        (true, true) => view! { <Empty title=t!(organizations.none) note=t!(organizations.none_note) /> },
        _ => view! { {homes(home)} {list(data, others)} },
    };
    frame(built(()), content, None)
}

type Rows = Vec<ConnectedOrganization>;

/// Reads the organizations, and asks before one is left.
fn frame(before: Built, content: fn(Organizations, Rows, Rows) -> Built, after: Option<Built>) -> Built {
    let scope = style_sheet!("src/pages/organizations/organizations.css");
    let data = Organizations::new();
    let content = move |page: portal_contract::page::Page<ConnectedOrganization>| {
        let (home, others) = page.items.into_iter().partition(|it| it.relation == Relation::Home);
        content(data, home, others)
    };
    view! {
        <div class=page_class!("organizations", scope)>
            {before}
            <Loaded query=data.list rows=5 content />
            {after}
            <LeaveDialog data />
        </div>
    }
}

fn homes(home: Rows) -> Vec<Built> {
    home.into_iter().map(|it| view! { <Home organization=it /> }).collect()
}

fn list(data: Organizations, others: Rows) -> Built {
    let rows = others.into_iter().map(|it| view! { <li><Other organization=it data /></li> });
    view! { <ul class="rows">{rows.collect::<Vec<_>>()}</ul> }
}

/// The other things to look at once the organizations are checked.
#[component]
fn Next() -> Built {
    let items = (0..text().organizations().next_list.len())
        .map(|index| view! { <li>{live(move || text().organizations().next_list[index])}</li> })
        .collect::<Vec<_>>();
    view! {
        <section class="next prose">
            <h2>{t!(organizations.next_title)}</h2>
            <p>{t!(organizations.next)}</p>
            <ul>{items}</ul>
        </section>
    }
}

#[component]
fn LeaveDialog(data: Organizations) -> Built {
    let name = move || data.asked.with(|it| it.as_ref().map(|it| it.display_name.clone()).unwrap_or_default());
    view! {
        <ConfirmDialog
            open=data.asking
            title=move || (text().organizations().confirm_title)(&name())
            lost=move || (text().organizations().confirm_lost)(&name())
            finality=move || (text().organizations().confirm_final)(&name())
            action=t!(organizations.leave)
            busy=t!(organizations.leaving)
            pending=data.leave.pending()
            error=data.leave.error()
            explain=move |error: crate::api::error::ApiError| {
                error.outcome_unknown().then(|| (text().organizations().unknown_outcome)(&name()))
            }
            confirm=move |()| data.confirm()
            cancel=move |()| data.cancel()
        />
    }
}
