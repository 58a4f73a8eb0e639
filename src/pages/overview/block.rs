//! A block of the overview: a page's name, its one live fact, and the way to it. It loads and fails by itself.

use crate::{
    components::{icon::Icon, loaded::Loaded},
    deployment,
    i18n::Words,
    state::query::Query,
    view::{Built, built, said, view},
};

/// The page that a block stands for.
pub struct Page {
    /// The heading's id.
    pub id: &'static str,
    /// The path of its icon.
    pub icon: &'static str,
    /// What it is called.
    pub title: Words,
    /// Its address.
    pub to: &'static str,
    /// What the way to it is called.
    pub link: Words,
}

/// The block, where its page is offered; `read` asks for what `fact` says of it.
pub fn block<T: Clone + 'static>(page: Page, read: fn() -> Query<T>, fact: fn(&T) -> String) -> Built {
    if !deployment::offers(page.to) {
        return built(());
    }
    let query = read();
    let content = move |answer: T| view! { <p>{said(move || fact(&answer))}</p> };
    framed(page, view! { <Loaded query rows=1 content /> })
}

fn framed(Page { id, icon, title, to, link }: Page, fact: Built) -> Built {
    view! {
        <section aria-labelledby=id class="card block">
            <h2 id=id>
                <Icon path=icon />
                {title}
            </h2>
            {fact}
            <a href=to class="button" data-kind="plain">{link}</a>
        </section>
    }
}
