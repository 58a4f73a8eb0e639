//! Idempotency keys (`security.md` R2).

use leptos::prelude::window;

/// Names one intended change, so that sending it twice has one effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Key(pub(super) String);

impl Key {
    /// A new random key.
    pub fn fresh() -> Self {
        Self(window().crypto().map(|it| it.random_uuid()).unwrap_or_default())
    }
}
