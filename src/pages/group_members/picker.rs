//! Choosing people of the directory: a combobox with a list (ARIA Authoring Practices), and what was chosen.

use leptos::{ev, html, leptos_dom::helpers::TimeoutHandle, prelude::*};
use portal_contract::{
    group_members::{DirectoryPerson, Found, MAX_ADDED},
    ids::GroupId,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{
    api,
    components::{
        field,
        icon::{CLOSE, Icon},
        notice::Notice,
        scoped,
    },
    i18n::{text, text_now},
    state::query::{Fetched, Query},
    t,
    view::{Built, Reading, live, said, view},
};

/// The list's id; those of its options begin with it.
const LIST: &str = "people-list";

/// Who is searched for and who is chosen.
#[derive(Clone, Copy)]
pub struct Picker {
    /// Those who are chosen, in their order.
    pub chosen: RwSignal<Vec<DirectoryPerson>>,
    /// Whether somebody has to be chosen before it goes on.
    pub missing: RwSignal<bool>,
    found: Query<Found>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// What has just happened, for who does not see it.
    told: RwSignal<String>,
    input: NodeRef<html::Input>,
}

impl Picker {
    /// Nobody is chosen.
    pub fn new(group: StoredValue<GroupId>) -> Self {
        let typed = RwSignal::new(String::new());
        let found = Query::new(move || {
            let (q, group) = (typed.get(), group.get_value());
            async move {
                match q.is_empty() {
                    true => Ok(Found { people: Vec::new(), more: false }),
                    false => api::group_members::find(&group, &q).await,
                }
            }
        });
        Self {
            chosen: RwSignal::new(Vec::new()),
            missing: RwSignal::new(false),
            found,
            typed,
            open: RwSignal::new(false),
            active: RwSignal::new(None),
            told: RwSignal::new(String::new()),
            input: NodeRef::new(),
        }
    }

    /// Puts the focus where people are searched for.
    pub fn focus(self) {
        if let Some(input) = self.input.get_untracked() {
            // An input on screen takes the focus.
            let _ = input.focus();
        }
    }

    /// Those who are found; reactive.
    fn people(self) -> Vec<DirectoryPerson> {
        match self.found.fetched() {
            Fetched::Ready(it) if self.typed.with(|it| !it.is_empty()) => it.people,
            _ => Vec::new(),
        }
    }

    /// Whether the list is seen; reactive.
    fn is_shown(self) -> bool {
        self.open.get() && !self.people().is_empty()
    }

    fn is_chosen(self, person: &DirectoryPerson) -> bool {
        self.chosen.with(|it| it.iter().any(|it| it.id == person.id))
    }

    fn choose(self, index: usize) {
        let Some(person) = untrack(|| self.people()).into_iter().nth(index) else { return };
        let words = text_now().group_members();
        if person.member || untrack(|| self.is_chosen(&person)) {
            let why = if person.member { words.is_member } else { words.is_chosen };
            return self.told.set(format!("{}: {why}", person.display_name));
        }
        if self.chosen.with_untracked(Vec::len) >= MAX_ADDED {
            return self.told.set(words.full.to_owned());
        }
        if let Some(input) = self.input.get_untracked() {
            input.set_value("");
        }
        self.open.set(false);
        self.active.set(None);
        self.typed.set(String::new());
        self.missing.set(false);
        self.told.set((words.was_chosen)(&person.display_name));
        self.chosen.update(|it| it.push(person));
    }

    fn unchoose(self, index: usize) {
        let gone = self.chosen.try_update(|it| (index < it.len()).then(|| it.remove(index))).flatten();
        if let Some(gone) = gone {
            self.told.set((text_now().group_members().was_unchosen)(&gone.display_name));
            self.focus();
        }
    }

    fn step(self, forward: bool) {
        let count = untrack(|| self.people().len());
        if count == 0 {
            return;
        }
        let next = match (self.active.get_untracked().filter(|_| self.open.get_untracked()), forward) {
            (Some(index), true) => (index + 1) % count,
            (Some(index), false) => (index + count - 1) % count,
            (None, true) => 0,
            (None, false) => count - 1,
        };
        self.open.set(true);
        self.active.set(Some(next));
        show(next);
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let shown = untrack(|| self.is_shown());
        match event.key().as_str() {
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            // Never sends the form: who presses it here has somebody to choose.
            "Enter" => {
                if let Some(index) = self.active.get_untracked().filter(|_| shown) {
                    self.choose(index);
                }
            }
            // The list first, then the dialog.
            "Escape" if shown => {
                self.open.set(false);
                self.active.set(None);
            }
            "Backspace" if self.input.get_untracked().is_some_and(|it| it.value().is_empty()) => {
                if let Some(last) = self.chosen.with_untracked(Vec::len).checked_sub(1) {
                    self.unchoose(last);
                }
                return;
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// What there is to know: what has just happened, or how many are found; reactive.
    fn status(self) -> String {
        let words = text().group_members();
        match self.found.fetched() {
            _ if self.told.with(|it| !it.is_empty()) => self.told.get(),
            Fetched::Ready(it) if self.open.get() && self.typed.with(|it| !it.is_empty()) => match it.more {
                true => (words.found_more)(it.people.len()),
                false => (words.found)(it.people.len()),
            },
            _ => String::new(),
        }
    }

    fn error(self) -> Option<crate::api::error::ApiError> {
        match self.found.fetched() {
            Fetched::Failed(error) => Some(error),
            _ => None,
        }
    }
}

/// Scrolls the list, and nothing else, to an option.
fn show(index: usize) {
    let by_id = |id: &str| document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let (Some(list), Some(option)) = (by_id(LIST), by_id(&option(index))) else { return };
    let (top, height) = (option.offset_top(), option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if top + height > list.scroll_top() + list.client_height() {
        list.set_scroll_top(top + height - list.client_height());
    }
}

fn option(index: usize) -> String {
    format!("{LIST}-{index}")
}

/// The input with its list, and above it those who are chosen.
#[component]
pub fn PeoplePicker(it: Picker) -> Built {
    let waiting = StoredValue::new_local(None::<TimeoutHandle>);
    let typing = move |event| {
        if let Some(Some(timer)) = waiting.try_get_value() {
            timer.clear();
        }
        it.told.set(String::new());
        it.active.set(None);
        it.open.set(true);
        let text = event_target_value(&event).trim().to_owned();
        let later = set_timeout_with_handle(move || _ = it.typed.try_set(text), std::time::Duration::from_millis(150));
        waiting.set_value(later.ok());
    };
    let options = move || {
        it.people().into_iter().enumerate().map(|(index, person)| view_option(it, index, person)).collect::<Vec<_>>()
    };
    let missing = move || it.missing.get().then(|| text().group_members().nobody_chosen.to_owned());
    let failed = Reading::new(move || it.error());
    view! {
        <div class=scoped("field", field::scope())>
            <label for="people">{t!(group_members.people)}</label>
            <p class="meta" id="people-hint">{t!(group_members.people_hint)}</p>
            {live(move || chips(it))}
            <input
                id="people"
                type="text"
                role="combobox"
                node_ref=it.input
                maxlength="100"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                autofocus
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || if it.is_shown() { "true" } else { "false" }
                aria-activedescendant=move || it.active.get().filter(|_| it.is_shown()).map(option)
                aria-describedby="people-hint people-error"
                aria-invalid=move || it.missing.get().then_some("true")
                on:input=typing
                on:keydown=move |event| it.pressed(&event)
                on:blur=move |_| it.open.set(false)
            />
            <p class="error" id="people-error">{said(move || missing().unwrap_or_default())}</p>
            <p class="meta status" role="status">{said(move || it.status())}</p>
            <ul id=LIST role="listbox" aria-label=t!(group_members.results) hidden=move || !it.is_shown()>
                {live(options)}
            </ul>
            <Notice error=failed explain=None />
        </div>
    }
}

fn view_option(it: Picker, index: usize, person: DirectoryPerson) -> Built {
    let state = Memo::new({
        let person = person.clone();
        move |_| (person.member, it.is_chosen(&person))
    });
    let words = move || match state.get() {
        (true, _) => text().group_members().is_member,
        (_, true) => text().group_members().is_chosen,
        _ => "",
    };
    let about = match person.job_title {
        Some(job) => format!("{job} · {}", person.user_id),
        None => person.user_id,
    };
    view! {
        <li
            id=option(index)
            role="option"
            aria-selected=move || if it.active.get() == Some(index) { "true" } else { "false" }
            aria-disabled=move || (state.get() != (false, false)).then_some("true")
            // The focus stays where one types.
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| it.choose(index)
        >
            <span class="names">
                <strong>{person.display_name}</strong>
                {person.guest.then(|| view! { " " <span class="badge">{t!(group_members.guest)}</span> })}
                <span class="meta">{about}</span>
            </span>
            <span class="meta">{live(words)}</span>
        </li>
    }
}

/// Those who are chosen, each with a way back.
fn chips(it: Picker) -> Option<Built> {
    let chosen = it.chosen.get();
    if chosen.is_empty() {
        return None;
    }
    let chips = chosen.into_iter().enumerate().map(|(index, person)| {
        let named = person.display_name.clone();
        view! {
            <li class="chip">
                {person.display_name}
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || (text().group_members().unchoose)(&named)
                    on:click=move |_| it.unchoose(index)
                >
                    <Icon path=CLOSE />
                </button>
            </li>
        }
    });
    Some(view! { <ul class="chips" aria-label=t!(group_members.chosen)>{chips.collect::<Vec<_>>()}</ul> })
}
