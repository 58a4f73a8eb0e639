//! Signing in with the embedded directory: user ID and password, then a code where the account has an authenticator app.

mod factor;
mod factor_fields;
mod form;
mod identity;
mod proof;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use self::form::SignInForm;
pub use self::identity::IdentityForm;
use crate::{
    components::offered::{instead, offered},
    components::{
        icon::{Icon, LOCKED},
        page::PageHeader,
        sheet::page_class,
    },
    pages::password_reset::{Forgotten, Way},
    routes,
    shell::{LanguageSwitch, Legal, brand},
    state::capabilities,
    state::session::Session,
    t,
    view::{Built, live, view},
};

/// The page for nobody.
#[component]
pub fn SignInPage() -> Built {
    let scope = style_sheet!("src/pages/sign_in/sign_in.css");
    let session = Session::here();
    let demo = move || session.with(|it| it.demo) == Some(true);
    let changed = untrack(|| Forgotten::here().way()) == Way::Changed;
    let signed_out = window().location().search().is_ok_and(|it| it.contains("signed-out"));
    view! {
        <header class="header">
            {brand()}
            <LanguageSwitch />
        </header>
        <main class=page_class!("sign-in", scope)>
            <section class="card">
                <Icon path=LOCKED />
                <PageHeader
                    title=t!(sign_in.title)
                    intro=t!(sign_in.intro)
                />
                {signed_out.then(|| view! { <p role="status">{t!(sign_in.signed_out)}</p> })}
                {changed.then(|| view! { <p role="status">{t!(sign_in.password_changed)}</p> })}
                {offered(
                    capabilities::SIGN_IN,
                    t!(sign_in.title),
                    Box::new(move || {
                        view! { <SignInForm user_id=String::new() done=move |answer| session.accept(answer) /> }
                    }),
                )}
                {instead(capabilities::PASSWORD_RESET, t!(sign_in.forgot).into())
                    .unwrap_or_else(|| view! { <a class="forgot" href=routes::PASSWORD_RESET>{t!(sign_in.forgot)}</a> })}
            </section>
            <Legal />
            {live(move || {
                demo()
                    .then(|| {
                        view! {
                            <aside class="card demo">
                                <h2>{t!(sign_in.demo_title)}</h2>
                                <p>{t!(sign_in.demo_intro)}</p>
                            </aside>
                        }
                    })
            })}
        </main>
    }
}
