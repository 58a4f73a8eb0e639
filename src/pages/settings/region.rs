//! Display language, regional format and time zone: each to be chosen, or with who decides it.

use leptos::{ev, prelude::*};
use portal_contract::{
    organizations::OrganizationSummary,
    preferences::{Preference, Preferences, REGIONAL_FORMATS},
    problem::Code,
};

use super::data::Region;
use crate::{
    api::error::ApiError,
    components::{
        button::Button,
        field::select::Select,
        icon::{Icon, LOCKED},
        loaded::Loaded,
        notice::Notice,
    },
    i18n::{self, Words, format, text},
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, live, said, view},
};

/// The form.
#[component]
pub fn LanguageAndRegion() -> Built {
    let region = Region::new();
    let online = Online::now();
    let ready = Memo::new(move |_| matches!(region.stored.fetched(), Fetched::Ready(_)));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if let Fetched::Ready(stored) = untrack(|| region.stored.fetched()) {
            region.submit(stored);
        }
    };
    let explain = Callback::new(move |error: ApiError| match error {
        error if error.is(Code::Stale) => Some(text().settings.stale.to_owned()),
        error if error.outcome_unknown() => Some(text().settings.unknown_outcome.to_owned()),
        _ => None,
    });
    let fields = move |(stored, _): (Preferences, String)| {
        [Preference::DisplayLanguage, Preference::RegionalFormat, Preference::TimeZone]
            .into_iter()
            .map(|preference| field(region, preference, &stored))
            .collect::<Vec<_>>()
    };
    view! {
        <section aria-labelledby="region">
            <h2 id="region">{t!(settings.region)}</h2>
            <form class="card" on:submit=submit>
                <Notice error=region.save.error() explain=Some(explain) />
                <Loaded query=region.stored content=move |stored| crate::view::built(fields(stored)) />
                {live(move || ready.get().then(|| view! {
                    <p class="meta">{said(example)}</p>
                    <Button
                        kind="primary"
                        button_type="submit"
                        label=t!(settings.save)
                        busy=t!(settings.saving)
                        pending=region.save.pending()
                        disabled=Reading::new(move || !online.get())
                    />
                }))}
            </form>
        </section>
    }
}

/// One preference.
fn field(region: Region, preference: Preference, stored: &Preferences) -> Built {
    let (name, label, stored_value) = match preference {
        Preference::DisplayLanguage => (
            "displayLanguage",
            t!(settings.display_language),
            stored.display_language.map(|it| i18n::tag(it).to_owned()),
        ),
        Preference::RegionalFormat => ("regionalFormat", t!(settings.regional_format), stored.regional_format.clone()),
        _ => ("timeZone", t!(settings.time_zone), stored.time_zone.clone()),
    };
    if let Some(lock) = stored.locks.iter().find(|it| it.preference == preference) {
        let value = stored_value.unwrap_or_default();
        return view! { <Locked label value=called(preference, &value) organization=lock.organization.clone() /> };
    }
    let chosen = region.chosen(preference);
    // Nobody has to choose a language to have one: what is on screen stands for it.
    let first = match (&stored_value, preference) {
        (None, Preference::DisplayLanguage) => i18n::tag(untrack(i18n::language)).to_owned(),
        _ => stored_value.clone().unwrap_or_default(),
    };
    let differs = chosen.as_ref().is_some_and(|it| *it != first);
    let now = match (&stored_value, preference) {
        (None, Preference::DisplayLanguage) => t!(settings.not_chosen).into(),
        _ => called(preference, stored_value.as_deref().unwrap_or_default()),
    };
    let hint = move || match differs && region.tells_stored() {
        true => (text().settings.stored_now)(&now.get()),
        false => String::new(),
    };
    let value = chosen.unwrap_or(first);
    let options = values(preference, &value).into_iter().map(|it| {
        let called = called(preference, &it);
        (it, called)
    });
    view! {
        <Select
            name
            label
            hint=Reading::new(hint)
            options=options.collect()
            value
            chosen=move |value| region.choose(preference, value)
        />
    }
}

/// What can be chosen; a zone that this browser does not know is kept.
fn values(preference: Preference, value: &str) -> Vec<String> {
    let known = match preference {
        Preference::DisplayLanguage => return vec!["en".to_owned(), "nl".to_owned()],
        Preference::RegionalFormat => REGIONAL_FORMATS.map(str::to_owned).to_vec(),
        _ => format::zones(),
    };
    let missing = (!value.is_empty() && !known.iter().any(|it| it == value)).then(|| value.to_owned());
    std::iter::once(String::new()).chain(missing).chain(known).collect()
}

/// What a value is called; an empty one is what holds without a choice.
fn called(preference: Preference, value: &str) -> Reading<String> {
    let value = value.to_owned();
    Reading::new(move || match (preference, value.as_str()) {
        (Preference::DisplayLanguage, "nl") => "Nederlands".to_owned(),
        (Preference::DisplayLanguage, _) => "English".to_owned(),
        (Preference::RegionalFormat, "") => text().settings.format_of_language.to_owned(),
        (Preference::RegionalFormat, tag) => format::locale_name(tag),
        (_, "") => (text().settings.zone_of_device)(&readable(&format::device_zone())),
        (_, zone) => readable(zone),
    })
}

/// `America/New_York` as people read it.
fn readable(zone: &str) -> String {
    zone.replace('_', " ")
}

/// How dates and numbers look with what is stored.
fn example() -> String {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    (text().settings.example)(&format::date_time(&now), &format::number(1234.5))
}

#[component]
fn Locked(label: Words, value: Reading<String>, organization: OrganizationSummary) -> Built {
    let name = organization.display_name;
    view! {
        <div class="locked">
            <p><strong>{label}</strong></p>
            <p>{value}</p>
            <p class="meta"><Icon path=LOCKED /> {said(move || (text().settings.decided_by)(&name))}</p>
        </div>
    }
}
