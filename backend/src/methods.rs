//! The rules of methods (features 1.4): what each kind is good for, how many there may be, what can go.

use portal_contract::{
    ids::MethodId,
    methods::{
        Addable, Deletable, MAX_APP_PASSWORDS, MAX_CODE_GENERATORS, MAX_SECURITY_KEYS, Method, MethodKind, Methods,
        Offer,
    },
    problem::Code,
};

use crate::{
    address,
    clock::rfc3339,
    message::{Carrier, Sender},
    questions,
    store::methods::{MethodRow, Policy},
};

/// Every kind that is stored, in the order in which they are shown and fall back to each other.
pub const KINDS: [MethodKind; 9] = [
    MethodKind::AuthenticatorApp,
    MethodKind::HardwareToken,
    MethodKind::Phone,
    MethodKind::AlternatePhone,
    MethodKind::OfficePhone,
    MethodKind::Email,
    MethodKind::SecurityQuestions,
    MethodKind::SecurityKey,
    MethodKind::AppPassword,
];

/// The kinds for accounts that no organization owns.
pub const KINDS_WITHOUT_HOME: [MethodKind; 5] = [
    MethodKind::AuthenticatorApp,
    MethodKind::Phone,
    MethodKind::AlternatePhone,
    MethodKind::Email,
    MethodKind::SecurityKey,
];

/// A kind as the database and the contract write it.
pub fn name(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::AuthenticatorApp => "authenticator-app",
        MethodKind::HardwareToken => "hardware-token",
        MethodKind::Phone => "phone",
        MethodKind::AlternatePhone => "alternate-phone",
        MethodKind::OfficePhone => "office-phone",
        MethodKind::Email => "email",
        MethodKind::SecurityQuestions => "security-questions",
        MethodKind::SecurityKey => "security-key",
        MethodKind::AppPassword => "app-password",
        MethodKind::Unknown => "unknown",
    }
}

/// The kind of a stored name.
pub fn kind(name: &str) -> MethodKind {
    KINDS.into_iter().find(|kind| self::name(*kind) == name).unwrap_or(MethodKind::Unknown)
}

/// The factor under which guesses are counted (S8): a code can be that of an app or of a token.
pub fn factor(kind: MethodKind) -> &'static str {
    name(if kind == MethodKind::HardwareToken { MethodKind::AuthenticatorApp } else { kind })
}

/// Shows codes by itself.
pub fn shows_codes(kind: MethodKind) -> bool {
    matches!(kind, MethodKind::AuthenticatorApp | MethodKind::HardwareToken)
}

/// A telephone.
pub fn is_phone(kind: MethodKind) -> bool {
    matches!(kind, MethodKind::Phone | MethodKind::AlternatePhone | MethodKind::OfficePhone)
}

/// Sign-in accepts it.
pub fn good_for_sign_in(kind: MethodKind) -> bool {
    shows_codes(kind) || is_phone(kind) || kind == MethodKind::SecurityKey
}

/// It helps with a forgotten password.
pub fn good_for_reset(kind: MethodKind) -> bool {
    is_phone(kind) || matches!(kind, MethodKind::AuthenticatorApp | MethodKind::Email | MethodKind::SecurityQuestions)
}

/// What it is where a forgotten password is proven; absent where it does not help. All telephones are one kind: who has
/// somebody's pocket or calls has them all.
pub fn reset_kind(kind: MethodKind) -> Option<MethodKind> {
    let kind = if is_phone(kind) { MethodKind::Phone } else { kind };
    Some(kind).filter(|kind| good_for_reset(*kind))
}

/// *Change* exists for what codes are sent to.
pub fn changeable(method: &MethodRow) -> bool {
    (is_phone(method.kind) || method.kind == MethodKind::Email) && !method.by_organization
}

/// Everything that decides what an account may do with its methods.
pub struct Situation {
    /// What is registered, in the order in which it is shown.
    pub methods: Vec<MethodRow>,
    /// What the organization says.
    pub policy: Policy,
}

impl Situation {
    /// What sign-in asks for first: what was chosen, else the first that is good for it.
    pub fn default_method(&self) -> Option<&MethodRow> {
        let chosen = |method: &&MethodRow| Some(&method.id) == self.policy.default_method.as_ref();
        self.for_sign_in().find(chosen).or_else(|| self.for_sign_in().next())
    }

    /// What becomes the default when this method goes.
    pub fn fallback(&self, gone: &str) -> Option<&MethodRow> {
        self.for_sign_in().find(|method| method.id != gone)
    }

    /// Whether a method can be deleted. The last one that is good for sign-in stays in every organization (S7): a
    /// password may be short only because a second factor goes with it (S6).
    pub fn deletable(&self, method: &MethodRow) -> Deletable {
        if method.by_organization {
            Deletable::ByOrganizationOnly
        } else if good_for_sign_in(method.kind) && self.fallback(&method.id).is_none() {
            Deletable::LastMethod
        } else {
            Deletable::Possible
        }
    }

    /// Whether a kind can be added now; absent when it is not offered at all.
    pub fn offer(&self, kind: MethodKind, sender: &dyn Sender) -> Option<Offer> {
        let offered = match kind {
            MethodKind::HardwareToken | MethodKind::Unknown => false,
            MethodKind::SecurityQuestions => !self.policy.administrator && self.policy.question_count > 0,
            MethodKind::Email => sender.carries(Carrier::Mail),
            MethodKind::OfficePhone => sender.carries(Carrier::Call),
            kind if is_phone(kind) => sender.carries(Carrier::Text) || sender.carries(Carrier::Call),
            _ => true,
        };
        // Who has to register is offered what ends that.
        let ends_registration = good_for_sign_in(kind) || !self.must_register();
        if !offered || !ends_registration || !self.policy.kinds.contains(&kind) {
            return None;
        }
        let limit = match kind {
            MethodKind::AuthenticatorApp => MAX_CODE_GENERATORS,
            MethodKind::SecurityKey => MAX_SECURITY_KEYS,
            MethodKind::AppPassword => MAX_APP_PASSWORDS,
            _ => 1,
        };
        let counts = |method: &&MethodRow| factor(method.kind) == factor(kind);
        let possible = if self.methods.iter().filter(counts).count() >= limit as usize {
            Addable::LimitReached
        } else if kind == MethodKind::SecurityKey && self.for_sign_in().next().is_none() {
            Addable::NeedsAnotherMethod
        } else {
            Addable::Possible
        };
        Some(Offer { kind, possible, limit: Some(limit) })
    }

    /// Refuses a kind that cannot be added now.
    ///
    /// # Errors
    /// `method-not-offered`, `limit-reached`, `needs-another-method`.
    pub fn require_offer(&self, kind: MethodKind, sender: &dyn Sender) -> Result<(), Code> {
        match self.offer(kind, sender).map(|offer| offer.possible) {
            None => Err(Code::MethodNotOffered),
            Some(Addable::Possible) => Ok(()),
            Some(Addable::NeedsAnotherMethod) => Err(Code::NeedsAnotherMethod),
            Some(Addable::LimitReached | Addable::Unknown) => Err(Code::LimitReached),
        }
    }

    /// The organization wants a method that is good for sign-in, and there is none.
    pub fn must_register(&self) -> bool {
        self.policy.registration_required && self.for_sign_in().next().is_none()
    }

    /// The method with this id.
    pub fn find(&self, id: &str) -> Option<&MethodRow> {
        self.methods.iter().find(|method| method.id == id)
    }

    /// The methods that are good for sign-in.
    pub fn for_sign_in(&self) -> impl Iterator<Item = &MethodRow> {
        self.methods.iter().filter(|method| good_for_sign_in(method.kind))
    }

    /// The methods of a kind that are good for reset and that the organization allows.
    pub fn for_reset(&self, kind: MethodKind) -> impl Iterator<Item = &MethodRow> {
        let policy = &self.policy;
        self.methods.iter().filter(move |method| {
            reset_kind(method.kind) == Some(kind)
                && policy.kinds.contains(&method.kind)
                && !(kind == MethodKind::SecurityQuestions && policy.administrator)
        })
    }

    /// The different kinds of those.
    pub fn reset_kinds(&self) -> Vec<MethodKind> {
        let mut kinds: Vec<_> = self.methods.iter().filter_map(|method| reset_kind(method.kind)).collect();
        kinds.dedup();
        kinds.retain(|kind| self.for_reset(*kind).next().is_some());
        kinds
    }

    /// As many kinds are registered as the organization asks for, where it lets people reset their password. Questions
    /// never stand alone: their answers can be found out.
    pub fn enough_for_reset(&self) -> bool {
        let (kinds, required) = (self.reset_kinds(), self.policy.reset_methods as usize);
        required > 0 && kinds.len() >= required && kinds.iter().any(|kind| *kind != MethodKind::SecurityQuestions)
    }

    /// One method as the contract writes it.
    pub fn describe(&self, method: &MethodRow) -> Method {
        let default = self.default_method().is_some_and(|default| default.id == method.id);
        let falls_back_to = if default { self.fallback(&method.id) } else { None };
        Method {
            id: MethodId(method.id.clone()),
            kind: method.kind,
            display_name: display_name(method),
            added_at: rfc3339(method.added_at),
            last_used_at: method.last_used_at.map(rfc3339),
            good_for_sign_in: good_for_sign_in(method.kind),
            good_for_reset: good_for_reset(method.kind),
            changeable: changeable(method),
            deletable: self.deletable(method),
            falls_back_to: falls_back_to.map(|method| MethodId(method.id.clone())),
        }
    }

    /// Everything as the contract writes it.
    pub fn list(&self, sender: &dyn Sender) -> Methods {
        let offered: Vec<_> = KINDS.into_iter().filter_map(|kind| self.offer(kind, sender)).collect();
        let asks = offered.iter().any(|offer| offer.kind == MethodKind::SecurityQuestions);
        Methods {
            items: self.methods.iter().map(|method| self.describe(method)).collect(),
            default_method: self.default_method().map(|method| MethodId(method.id.clone())),
            offered,
            questions: if asks { questions::all() } else { Vec::new() },
            question_count: if asks { self.policy.question_count } else { 0 },
        }
    }
}

/// What a method is called: its name, or where its codes go.
pub fn display_name(method: &MethodRow) -> Option<String> {
    method.name.clone().or_else(|| method.target.as_deref().map(address::masked))
}
