//! The messages on screen: one live region that is there before its first message (WCAG 4.1.3).

use leptos::prelude::*;

use crate::{
    components::icon::{CLOSE, DONE, Icon, WARNING},
    state::messages::{Message, Messages, Tone},
    t,
    view::{Built, live, view},
};

/// The messages.
#[component]
pub fn MessageList() -> Built {
    let messages = Messages::here();
    view! {
        <div class="messages" role="status">
            {live(move || messages.shown().into_iter().map(|message| view! { <Item message messages /> }).collect::<Vec<_>>())}
        </div>
    }
}

#[component]
fn Item(message: Message, messages: Messages) -> Built {
    view! {
        <div class="message" data-tone=if message.tone == Tone::Success { "success" } else { "failure" }>
                    <Icon path=if message.tone == Tone::Success { DONE } else { WARNING } />
                    <p>{message.text}</p>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label=t!(common.dismiss)
                        on:click=move |_| messages.dismiss(message.id)
                    >
                        <Icon path=CLOSE />
                    </button>
                </div>
    }
}
