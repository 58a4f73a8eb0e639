//! **Restore multi-factor authentication on previously trusted devices**.

use leptos::prelude::*;
use portal_contract::trusted_devices::TrustedDevices;

use super::data::Verification;
use crate::{
    components::{button::Button, loaded::Loaded},
    i18n::{format, text},
    state::capabilities,
    state::online::Online,
    t,
    view::{Built, Reading, said, view},
};

/// On how many devices the password is enough, and the way to end that.
#[component]
pub fn Trusted(data: Verification) -> Built {
    let online = Online::now();
    let content = move |TrustedDevices { allowed, count, days }: TrustedDevices| {
        let count = f64::from(count);
        let words = move || {
            let words = text().verification();
            match allowed {
                false => words.trusted_forbidden.to_owned(),
                true if count == 0.0 => (words.trusted_none)(&format::number(days.into())),
                true => (words.trusted_count)(&format::number(count), count),
            }
        };
        let restore = (count > 0.0).then(|| {
            view! {
                <p>{said(move || (text().verification().trusted_note)(&format::number(days.into())))}</p>
                <Button
                    operation=capabilities::TRUSTED_DEVICES
                    label=t!(verification.restore)
                    busy=t!(verification.restoring)
                    pending=data.restore.pending()
                    disabled=Reading::new(move || !online.get())
                    press=move |()| data.restore.run(())
                />
            }
        });
        view! {
            <p>{said(words)}</p>
            {restore}
        }
    };
    view! {
        <section class="card" aria-labelledby="trusted">
            <h2 id="trusted">{t!(verification.trusted)}</h2>
            <Loaded query=data.trusted rows=1 content />
        </section>
    }
}
