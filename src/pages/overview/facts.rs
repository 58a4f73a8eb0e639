//! The one live fact of each page that matters (features 1.1).

use portal_contract::{
    devices::DeviceStatus,
    organizations::{ConnectedOrganization, Relation},
    page::Page,
};

use crate::{
    api::overview::{Age, Agreed, Counted, Standing, Visit},
    i18n::{
        format, text,
        visit::{device, place},
    },
};

/// How many methods there are, or that there should be one.
pub fn security_info(methods: &Page<Counted>) -> String {
    let count = methods.items.len() as f64;
    if count == 0.0 {
        text().overview().security_info_none.to_owned()
    } else {
        (text().overview().security_info_count)(&format::number(count), count)
    }
}

/// How old it is.
pub fn password(state: &Age) -> String {
    match &state.last_changed_at {
        Some(at) => (text().overview().password_changed)(&format::ago(at)),
        None => text().overview().password_age_unknown.to_owned(),
    }
}

/// How many can sign in.
pub fn devices(page: &Page<Standing>) -> String {
    let count = page.items.iter().filter(|it| it.status == DeviceStatus::Enabled).count() as f64;
    if count == 0.0 {
        text().overview().devices_none.to_owned()
    } else {
        (text().overview().devices_count)(&format::number(count), count)
    }
}

/// The one fact that matters: whom the account belongs to, and with how many others it works.
pub fn organizations(page: &Page<ConnectedOrganization>) -> String {
    let organizations = &page.items;
    let words = text().overview();
    let home = organizations.iter().find(|it| it.relation == Relation::Home);
    let others = organizations.iter().filter(|it| it.relation != Relation::Home);
    match (home, others.clone().count()) {
        (Some(_), 0) => words.organizations_home_only.to_owned(),
        (Some(home), count) => (words.organizations_count)(&home.display_name, &format::number(count as f64)),
        (None, 0) => words.organizations_none.to_owned(),
        (None, _) => (words.organizations_guest)(&format::list(others.map(|it| it.display_name.clone()))),
    }
}

/// Whether terms of use wait for an answer.
pub fn settings(privacy: &Agreed) -> String {
    let waiting = privacy.terms_of_use.iter().filter(|it| it.accepted_at.is_none()).count() as f64;
    match privacy.terms_of_use.len() {
        0 => text().overview().settings_none.to_owned(),
        _ if waiting == 0.0 => text().overview().settings_accepted.to_owned(),
        _ => (text().overview().settings_waiting)(&format::number(waiting), waiting),
    }
}

/// When and where the last one was.
pub fn sign_ins(page: &Page<Visit>) -> String {
    page.items.first().map(last).unwrap_or_default()
}

/// With its place where that is known, else with the device.
fn last(event: &Visit) -> String {
    let whence = match &event.place {
        Some(it) => place(&it.city, &it.country),
        None => device(event.browser.as_deref(), event.operating_system.as_deref()),
    };
    (text().overview().sign_ins_last)(&format::ago(&event.at), &whence)
}

/// How many there are to open.
pub fn apps(page: &Page<Counted>) -> String {
    let (words, count) = (text().overview(), page.items.len() as f64);
    match page.next_cursor {
        _ if count == 0.0 => words.apps_none.to_owned(),
        Some(_) => (words.apps_more)(&format::number(count)),
        None => (words.apps_count)(&format::number(count), count),
    }
}
