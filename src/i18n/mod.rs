//! Two languages, one typed catalogue. `t!(organizations.leave)` is a closure that follows the chosen language:
//! switching re-renders text and nothing else, so a half-filled form keeps its input.

mod en;
pub mod format;
mod nl;
pub mod problem;
pub mod text;
pub mod visit;

use std::sync::LazyLock;

use leptos::prelude::*;
use portal_contract::preferences::Language;

/// The language on screen. Global, because texts are also read in commands, after the page that started them has gone.
static LANGUAGE: LazyLock<ArcRwSignal<Language>> = LazyLock::new(|| ArcRwSignal::new(Language::En));

/// The language on screen; reactive.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Puts another language on screen.
pub fn set_language(language: Language) {
    LANGUAGE.set(language);
}

/// The catalogue of the language on screen; reactive.
pub fn text() -> Text {
    Text(language())
}

/// The same, for commands and event handlers, which speak once and follow nothing.
pub fn text_now() -> Text {
    Text(LANGUAGE.get_untracked())
}

/// The catalogue in one language. Every section is a value of its own, so that the words of a page are downloaded with it.
#[derive(Clone, Copy)]
pub struct Text(Language);

macro_rules! sections {
    ($($section:ident: $shape:ident = $name:ident,)*) => {
        impl Text {
            $(
                #[doc = concat!("The section `", stringify!($section), "`.")]
                pub fn $section(self) -> &'static text::$shape {
                    match self.0 {
                        Language::En => &en::$name,
                        Language::Nl => &nl::$name,
                    }
                }
            )*
        }
    };
}

sections! {
    common: Common = COMMON,
    shell: Shell = SHELL,
    pages: Pages = PAGES,
    sign_in: SignIn = SIGN_IN,
    proof: Proof = PROOF,
    session: SessionText = SESSION,
    elsewhere: Elsewhere = ELSEWHERE,
    overview: Overview = OVERVIEW,
    organizations: Organizations = ORGANIZATIONS,
    security_info: SecurityInfo = SECURITY_INFO,
    devices: Devices = DEVICES,
    document: Document = DOCUMENT,
    password: Password = PASSWORD,
    password_reset: PasswordReset = PASSWORD_RESET,
    settings: Settings = SETTINGS,
    my_data: MyData = MY_DATA,
    goodbye: Goodbye = GOODBYE,
    deleted_users: DeletedUsers = DELETED_USERS,
    sign_ins: SignIns = SIGN_INS,
    apps: Apps = APPS,
    terms: Terms = TERMS,
    visit: Visit = VISIT,
    person: Person = PERSON,
    profile: Profile = PROFILE,
    provider: Provider = PROVIDER,
    everywhere: Everywhere = EVERYWHERE,
    manage_app: ManageApp = MANAGE_APP,
    request: Request = REQUEST,
    app_requests: AppRequests = APP_REQUESTS,
    access_reviews: AccessReviews = ACCESS_REVIEWS,
    review_self: ReviewSelf = REVIEW_SELF,
    review_others: ReviewOthers = REVIEW_OTHERS,
    collections: Collections = COLLECTIONS,
    groups: Groups = GROUPS,
    group: Group = GROUP,
    group_form: GroupForm = GROUP_FORM,
    group_members: GroupMembers = GROUP_MEMBERS,
    join_groups: JoinGroups = JOIN_GROUPS,
    join_requests: JoinRequests = JOIN_REQUESTS,
    reset_setup: ResetSetup = RESET_SETUP,
    verification: Verification = VERIFICATION,
    access_denied: AccessDenied = ACCESS_DENIED,
    not_found: NotFound = NOT_FOUND,
    error: Errors = ERROR,
}

/// The BCP 47 tag of a language.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Nl => "nl",
    }
}

/// The language that a BCP 47 tag asks for, if the portal speaks it: `nl-BE` is Dutch.
pub fn from_tag(tag: &str) -> Option<Language> {
    match tag.get(..2)? {
        primary if primary.eq_ignore_ascii_case("nl") => Some(Language::Nl),
        primary if primary.eq_ignore_ascii_case("en") => Some(Language::En),
        _ => None,
    }
}

/// A text that follows the language.
pub type Words = fn() -> &'static str;

/// A sentence with one value that follows the language.
pub type Sentence = fn() -> fn(&str) -> String;

/// A text of the catalogue as a function that follows the language: `t!(pages.organizations)`. A function pointer, so
/// that all texts are one type to the renderer.
#[macro_export]
macro_rules! t {
    ($section:ident.$($path:ident).+) => { (|| $crate::i18n::text().$section().$($path).+) as fn() -> &'static str };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_tag_asks_for_its_language() {
        assert_eq!(from_tag("nl-BE"), Some(Language::Nl));
        assert_eq!(from_tag("EN"), Some(Language::En));
        assert_eq!(from_tag("fr"), None);
        assert_eq!(from_tag("n"), None);
        assert_eq!(from_tag("é"), None);
    }
}
