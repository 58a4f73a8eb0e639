//! Storing a collection that was made or changed.

use std::rc::Rc;

use leptos::prelude::*;
use portal_contract::{
    collections::{CollectionChange, NewCollection},
    ids::{AppId, CollectionId},
    problem::Code,
};

use super::{
    editor::Editor,
    saving::{Attempt, guarded},
};
use crate::{
    api::{self, error::ApiError},
    i18n::text_now,
};

impl Editor {
    /// Sends what was entered; `done` when it is stored.
    pub fn save(self, name: String, done: impl FnOnce() + 'static) {
        let words = text_now().collections();
        let keys = self.chosen.now();
        let key = self.form.key(&format!("{name}\n{}", keys.join("\n")));
        let apps: Vec<_> = keys.into_iter().map(AppId).collect();
        let said = (if self.id.get_value().is_some() { words.saved } else { words.created })(name.trim());
        let request: Attempt = Box::pin(async move {
            let outcome = match self.id.get_value() {
                None => {
                    let new = Rc::new(NewCollection { display_name: name, apps });
                    let attempt = move || -> Attempt {
                        let (new, key) = (Rc::clone(&new), key.clone());
                        Box::pin(async move { api::collections::create(&new, &key).await.map(drop) })
                    };
                    guarded(self.session, Box::new(attempt)).await
                }
                Some(id) => self.change(id, name.trim().to_owned(), apps).await,
            };
            if let Err(error) = &outcome {
                self.take_out_refused(error);
            }
            outcome
        });
        self.form.send(request, move |()| {
            self.messages.success(said);
            done();
        });
    }

    /// Changes the version that the person read. Where somebody else was faster, or nobody knows what became of it, the
    /// state is read again (R2): it may be what was wanted, or is told beside what was entered.
    async fn change(self, id: CollectionId, name: String, apps: Vec<AppId>) -> Result<(), ApiError> {
        let wanted = Rc::new((id, CollectionChange { display_name: Some(name), apps: Some(apps) }));
        let attempt = {
            let (wanted, version) = (Rc::clone(&wanted), self.version.get_value());
            move || -> Attempt {
                let (wanted, version) = (Rc::clone(&wanted), version.clone());
                Box::pin(async move { api::collections::update(&wanted.0, &wanted.1, &version).await })
            }
        };
        let Err(error) = guarded(self.session, Box::new(attempt)).await else { return Ok(()) };
        let stale = error.is(Code::Stale);
        if !stale && !error.outcome_unknown() {
            return Err(error);
        }
        // Whatever this read fails with, the first failure is what the person has to know.
        let Ok((now, version)) = api::collections::get(&wanted.0).await else { return Err(error) };
        let apps = wanted.1.apps.iter().flatten().eq(now.apps.iter().map(|it| &it.id));
        if apps && wanted.1.display_name.as_ref() == Some(&now.display_name) {
            return Ok(());
        }
        if stale {
            self.version.try_set_value(version);
            let apps = now.apps.into_iter().map(|it| it.id.0);
            self.newer.try_set(std::iter::once(now.display_name).chain(apps).collect());
        }
        Err(error)
    }

    /// Apps that are not the person's any more cannot stay.
    fn take_out_refused(self, error: &ApiError) {
        let refused = |place: usize| error.fields.iter().any(|it| it.pointer == format!("/apps/{place}"));
        let keys = self.chosen.now();
        // The page may have gone meanwhile.
        if !keys.is_empty() && error.fields.iter().any(|it| it.pointer.starts_with("/apps/")) {
            self.chosen.put(keys.into_iter().enumerate().filter(|it| !refused(it.0)).map(|it| it.1).collect());
        }
    }
}
