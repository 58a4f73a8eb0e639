//! Display language, regional format and time zone: each to be chosen, or with who decides it.

use leptos::{ev, prelude::*};
use portal_contract::{
    preferences::{Language, Preference, Preferences, REGIONAL_FORMATS},
    problem::Code,
};

use super::{
    called::{format_called, language_called, zone_called},
    data::{Region, SHOWN, stored_value},
};
use crate::{
    api::error::ApiError,
    components::offered::offered,
    components::{
        button::Button,
        field::select::Select,
        icon::{Icon, LOCKED},
        loaded::Loaded,
        notice::Notice,
    },
    deployment,
    i18n::{self, Words, format, text},
    state::capabilities,
    state::{online::Online, query::Fetched},
    t,
    view::{Built, Reading, built, live, said, view},
};

/// The form, where the choice is made here.
#[component]
pub fn LanguageAndRegion() -> Built {
    let form = offered(capabilities::PREFERENCES, t!(settings.region), Box::new(|| view! { <RegionForm /> }));
    view! {
        <section aria-labelledby="region">
            <h2 id="region">{t!(settings.region)}</h2>
            {form}
        </section>
    }
}

#[component]
fn RegionForm() -> Built {
    let region = Region::new();
    let online = Online::now();
    let ready = Memo::new(move |_| matches!(region.stored.fetched(), Fetched::Ready(_)));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        region.submit();
    };
    let explain = Callback::new(move |error: ApiError| match error {
        error if error.is(Code::Stale) => Some(text().settings().stale.to_owned()),
        error if error.outcome_unknown() => Some(text().settings().unknown_outcome.to_owned()),
        _ => None,
    });
    let fields = move |(stored, _): (Preferences, String)| {
        built((0..SHOWN.len()).map(|index| field(region, index, &stored)).collect::<Vec<_>>())
    };
    view! {
            <form class="card" on:submit=submit>
                <Notice error=region.save.error() explain=Some(explain) />
                <Loaded query=region.stored content=fields />
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
    }
}

/// One preference: its name in the form, its label, and what its values are called.
type Shape = (&'static str, Words, fn(&str) -> String);

fn shape(preference: Preference) -> Shape {
    match preference {
        Preference::DisplayLanguage => ("displayLanguage", t!(settings.display_language), language_called),
        Preference::RegionalFormat => ("regionalFormat", t!(settings.regional_format), format_called),
        _ => ("timeZone", t!(settings.time_zone), zone_called),
    }
}

fn field(region: Region, index: usize, stored: &Preferences) -> Built {
    let preference = SHOWN[index];
    let (name, label, called) = shape(preference);
    let value = stored_value(stored, preference);
    if let Some(lock) = stored.locks.iter().find(|it| it.preference == preference) {
        let organization = lock.organization.display_name.clone();
        return view! {
            <div class="locked">
                <p><strong>{label}</strong></p>
                <p>{said(move || called(&value))}</p>
                <p class="meta"><Icon path=LOCKED /> {said(move || (text().settings().decided_by)(&organization))}</p>
            </div>
        };
    }
    let chosen = region.chosen[index];
    // Nobody has to choose a language to have one: what is on screen stands for it.
    let first = match value.is_empty() && preference == Preference::DisplayLanguage {
        true => i18n::tag(untrack(i18n::language)).to_owned(),
        false => value.clone(),
    };
    let options = values(preference, &value);
    let hint = move || match chosen.with(|it| it.as_ref().is_some_and(|it| *it != value)) && region.moved_on.get() {
        true => (text().settings().stored_now)(&called(&value)),
        false => String::new(),
    };
    view! {
        <Select
            name
            label
            hint=Reading::new(hint)
            options
            called
            value=Reading::new(move || chosen.get().unwrap_or_else(|| first.clone()))
            chosen=move |value| chosen.set(Some(value))
        />
    }
}

/// What can be chosen; a zone that this browser does not know is kept.
fn values(preference: Preference, stored: &str) -> Vec<String> {
    let mut values = match preference {
        Preference::DisplayLanguage => {
            let offered = [Language::En, Language::Nl].into_iter().filter(|it| deployment::speaks(*it));
            return offered.map(|it| i18n::tag(it).to_owned()).collect();
        }
        Preference::RegionalFormat => REGIONAL_FORMATS.map(str::to_owned).to_vec(),
        _ => format::zones(),
    };
    if !stored.is_empty() && !values.iter().any(|it| it == stored) {
        values.insert(0, stored.to_owned());
    }
    values.insert(0, String::new());
    values
}

/// How dates and numbers look with what is stored.
fn example() -> String {
    let now: String = js_sys::Date::new_0().to_iso_string().into();
    (text().settings().example)(&format::date_time(&now), &format::number(1234.5))
}
