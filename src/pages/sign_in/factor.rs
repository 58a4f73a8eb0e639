//! What follows the password: a code that an app shows, a code that is sent, or a security key; the person's default
//! first, and **Sign in another way**.

use leptos::{prelude::*, task::spawn_local};
use portal_contract::{
    ids::MethodId,
    methods::{Channel, MethodKind},
    session::{Challenge, FactorChoice, NewChallenge},
};

use crate::{
    api::{
        self,
        error::{ApiError, Failure},
    },
    components::form::Form,
    i18n::text,
    webauthn,
};

/// Which factor the person uses, of those that the account has.
#[derive(Clone, Copy)]
pub struct Factors {
    pub(super) choices: RwSignal<Vec<FactorChoice>>,
    pub(super) chosen: RwSignal<Option<FactorChoice>>,
    pub(super) challenge: RwSignal<Option<Challenge>>,
    pub(super) asking: RwSignal<bool>,
}

/// What goes to the backend.
pub struct Evidence {
    /// Six digits.
    pub code: Option<String>,
    /// Who shows the code.
    pub method: Option<MethodId>,
    /// Which challenge it answers.
    pub challenge: Option<String>,
    /// What the security key said.
    pub credential: Option<String>,
}

impl Factors {
    /// The default first.
    pub fn new(choices: Vec<FactorChoice>) -> Self {
        let factors = Self {
            choices: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(None),
            challenge: RwSignal::new(None),
            asking: RwSignal::new(false),
        };
        factors.offer(choices);
        factors
    }

    /// Takes over what the backend offers.
    pub fn offer(self, choices: Vec<FactorChoice>) {
        self.choose(choices.first().cloned());
        self.choices.set(choices);
    }

    /// Takes another one.
    pub fn choose(self, factor: Option<FactorChoice>) {
        self.challenge.set(None);
        self.chosen.set(factor);
    }

    /// Whether a code has to be typed now; the fields that the form then has.
    pub fn needs_code(self) -> bool {
        self.kind() != Some(MethodKind::SecurityKey)
    }

    /// Whether a code has to come first: there is nothing to confirm yet. Reactive.
    pub fn must_send(self) -> bool {
        self.chosen.with(|it| it.as_ref().is_some_and(|it| is_phone(it.kind))) && self.challenge.with(Option::is_none)
    }

    /// Lets a code come where one has to come first; whether that is so.
    pub fn sent_first(self, form: Form) -> bool {
        let must = untrack(|| self.must_send());
        if must {
            let call = self.kind() == Some(MethodKind::OfficePhone);
            self.send_code(if call { Channel::Call } else { Channel::Text }, form);
        }
        must
    }

    fn kind(self) -> Option<MethodKind> {
        self.chosen.with_untracked(|it| it.as_ref().map(|it| it.kind))
    }

    /// What proves it. A security key is asked now.
    pub async fn evidence(self, code: Option<String>) -> Result<Evidence, ApiError> {
        let method = self.chosen.get_untracked().map(|it| it.id);
        let challenge = self.challenge.get_untracked().map(|it| it.id);
        if self.kind() != Some(MethodKind::SecurityKey) {
            return Ok(Evidence { code, method, challenge, credential: None });
        }
        let Some(id) = method else { return Err(ApiError::new(Failure::Cancelled)) };
        let challenge = api::session::challenge(&NewChallenge { method: id, channel: None }).await?;
        let options = challenge.options.unwrap_or_default();
        let credential = webauthn::get(&options).await.map_err(|_| ApiError::new(Failure::Cancelled))?;
        Ok(Evidence { code: None, method: None, challenge: Some(challenge.id), credential: Some(credential) })
    }

    /// Lets a code come.
    pub fn send_code(self, channel: Channel, form: Form) {
        let Some(method) = self.chosen.get_untracked().map(|it| it.id) else { return };
        if self.asking.get_untracked() {
            return;
        }
        self.asking.set(true);
        form.error.set(None);
        spawn_local(async move {
            let outcome = api::session::challenge(&NewChallenge { method, channel: Some(channel) }).await;
            self.asking.try_set(false);
            match outcome {
                Ok(challenge) => _ = self.challenge.try_set(Some(challenge)),
                Err(error) => _ = form.error.try_set(Some(error)),
            }
        });
    }
}

/// Whether a code is sent to it.
pub fn is_phone(kind: MethodKind) -> bool {
    matches!(kind, MethodKind::Phone | MethodKind::AlternatePhone | MethodKind::OfficePhone)
}

/// What went wrong, where a better sentence is known than the general one.
pub fn explained(error: &ApiError) -> Option<String> {
    (error.failure == Failure::Cancelled).then(|| text().sign_in().no_credential.to_owned())
}
