//! A page whose whole purpose is on a page of the platform.

use crate::{
    components::{offered::offered, page::PageHeader},
    i18n::Words,
    routes, t,
    view::{Built, Reading, built, view},
};

/// What such pages are called, by how their addresses begin.
const TITLES: [(&str, Words); 9] = [
    (routes::PASSWORD, t!(pages.change_password)),
    (routes::TERMS, t!(pages.terms)),
    (routes::RESET_SETUP, t!(pages.reset_setup)),
    (routes::DELETED_USERS, t!(pages.deleted_users)),
    (routes::COLLECTIONS, t!(pages.collections)),
    (routes::REQUEST, t!(pages.request)),
    (routes::APP_REQUESTS, t!(pages.app_requests)),
    (routes::GROUPS, t!(pages.groups)),
    (routes::ACCESS_REVIEWS, t!(pages.access_reviews)),
];

/// Leads there, which says where it is.
pub fn elsewhere(path: &str) -> Built {
    let title = TITLES.iter().find(|it| path.starts_with(it.0)).map_or(t!(pages.overview), |it| it.1);
    view! {
        <PageHeader title intro=Reading::new(String::new) />
        {offered(path, title, Box::new(|| built(())))}
    }
}
