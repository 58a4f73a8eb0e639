//! Why a sign-in at a provider failed: a stable code for the page, a sentence for the log.

use super::{client::OutboundError, discovery::DiscoveryFailure};
use crate::{problem::Refusal, sealing::SealError, store::StoreError};

/// Why it failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The person refused, or the provider does not let them in.
    #[error("the provider says {0}")]
    Denied(String),
    /// There is no such transaction any more, or it is another browser's.
    #[error(
        "no sign-in waits for this answer: it took longer than ten minutes, was begun anew, or was answered before"
    )]
    Expired,
    /// The provider cannot be used now.
    #[error("{0}")]
    Unavailable(String),
    /// Its answer is not right.
    #[error("the answer is refused: {0}")]
    Invalid(String),
    /// Its clock is not the portal's.
    #[error("the times in the ID token are refused ({0}): set the clocks of this machine and of the provider by NTP")]
    Clock(String),
    /// Nobody here belongs to it.
    #[error("{0}")]
    NoAccount(String),
    /// A proof of identity by somebody else.
    #[error("somebody else signed in at the provider than the one whose proof of identity was asked for")]
    AnotherPerson,
    /// A proof of identity that is too old.
    #[error("the provider did not ask the person again: auth_time is {0}")]
    NotFresh(String),
    /// The device is disabled.
    #[error("the device is disabled")]
    DeviceDisabled,
    /// Too many.
    #[error("more than twenty sign-ins a minute from one network")]
    TooMany,
    /// The portal's own fault; told like any other.
    #[error("the portal failed")]
    Portal(Refusal),
}

impl Failure {
    /// The code that the page knows ([`portal_contract::session::SIGN_IN_FAILURES`], and two that only a window of its own
    /// meets).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Denied(_) => "denied",
            Self::Expired => "expired",
            Self::Unavailable(_) | Self::Portal(_) => "provider-unavailable",
            Self::Invalid(_) => "invalid-response",
            Self::Clock(_) => "clock-skew",
            Self::NoAccount(_) => "no-account",
            Self::AnotherPerson => "another-person",
            Self::NotFresh(_) => "not-fresh",
            Self::DeviceDisabled => "device-disabled",
            Self::TooMany => "too-many-attempts",
        }
    }
}

impl From<DiscoveryFailure> for Failure {
    fn from(error: DiscoveryFailure) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<OutboundError> for Failure {
    fn from(error: OutboundError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Portal(refusal)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Portal(error.into())
    }
}

impl From<SealError> for Failure {
    fn from(error: SealError) -> Self {
        Self::Portal(error.into())
    }
}
