//! What can stand between tags.

use leptos::prelude::*;

use super::{
    reading::Reading,
    shown::{Built, Shown, follow},
};

/// Something to show.
pub trait Content {
    /// Builds it.
    fn built(self) -> Built;
}

/// A part that is made anew whenever a signal in it changes.
pub fn live<C: Content>(mut make: impl FnMut() -> C + 'static) -> Built {
    Built::new(Shown::live(Box::new(move || make().built().shown())))
}

/// A sentence with values, followed through language and data.
pub fn said(words: impl Fn() -> String + 'static) -> Built {
    following(Box::new(words))
}

/// A text that follows signals; its node stays, so that nothing around it moves.
fn following(words: Box<dyn Fn() -> String>) -> Built {
    let node = document().create_text_node("");
    let text = node.clone();
    let effect = follow(Box::new(move || {
        let words = words();
        if text.data() != words {
            text.set_data(&words);
        }
    }));
    Built::new(Shown::one(node.into(), vec![effect]))
}

/// A view of Leptos's own macro, which the router needs.
pub fn foreign<V: Render>(view: V) -> Built
where
    V::State: 'static,
{
    Built::new(Shown::foreign(Box::new(view.build())))
}

fn text(words: &str) -> Built {
    Built::new(Shown::one(document().create_text_node(words).into(), Vec::new()))
}

impl Content for Built {
    fn built(self) -> Built {
        self
    }
}

impl Content for &str {
    fn built(self) -> Built {
        text(self)
    }
}

impl Content for String {
    fn built(self) -> Built {
        text(&self)
    }
}

impl Content for () {
    fn built(self) -> Built {
        Built::new(Shown::many(Vec::new()))
    }
}

impl<C: Content> Content for Option<C> {
    fn built(self) -> Built {
        match self {
            Some(content) => content.built(),
            None => ().built(),
        }
    }
}

impl Content for Vec<Built> {
    fn built(self) -> Built {
        Built::new(Shown::many(self.into_iter().map(Built::shown).collect()))
    }
}

impl Content for Reading<String> {
    fn built(self) -> Built {
        following(Box::new(move || self.get()))
    }
}

impl Content for Reading<Option<String>> {
    fn built(self) -> Built {
        following(Box::new(move || self.get().unwrap_or_default()))
    }
}

/// A text of the catalogue: `t!(pages.organizations)`.
impl Content for fn() -> &'static str {
    fn built(self) -> Built {
        following(Box::new(move || self().to_owned()))
    }
}
