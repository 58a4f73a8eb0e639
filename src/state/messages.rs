//! What the portal tells: one list on screen, which is also the live region that screen readers speak.

use leptos::prelude::*;

/// How a message is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It worked; goes away by itself.
    Success,
    /// It did not; stays until dismissed.
    Failure,
}

/// One message.
#[derive(Clone)]
pub struct Message {
    /// Tells messages apart.
    pub id: u32,
    /// How it is meant.
    pub tone: Tone,
    /// What it says, in the language of the moment.
    pub text: String,
}

/// The messages on screen.
#[derive(Clone, Copy)]
pub struct Messages {
    shown: RwSignal<Vec<Message>>,
    next: StoredValue<u32>,
}

impl Messages {
    /// No messages; provided to everything below.
    pub fn provide() -> Self {
        let messages = Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0) };
        provide_context(messages);
        messages
    }

    /// The messages of the surrounding context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// What is on screen; reactive.
    pub fn shown(self) -> Vec<Message> {
        self.shown.get()
    }

    /// Says that something worked, naming it.
    pub fn success(self, text: String) {
        let id = self.add(Tone::Success, text);
        // Long enough to be read twice (WCAG 2.2.1 does not bind it: the page shows the outcome as well).
        set_timeout(move || self.dismiss(id), std::time::Duration::from_secs(8));
    }

    /// Says that something failed.
    pub fn failure(self, text: String) {
        self.add(Tone::Failure, text);
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u32) {
        self.shown.update(|all| all.retain(|it| it.id != id));
    }

    fn add(self, tone: Tone, text: String) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        self.shown.update(|all| {
            all.retain(|it| it.text != text);
            all.push(Message { id, tone, text });
        });
        id
    }
}
