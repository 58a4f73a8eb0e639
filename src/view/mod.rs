//! What pages are made of: `view!` builds a [`Built`], [`live`] one that follows its signals.
//!
//! Leptos compiles its renderer once for every piece of markup, and that was more than half of what a visitor
//! downloaded. Here every view is the same type and an element is built by calls of a few functions ([`Part`]); signals,
//! components and routes are those of Leptos.

mod attribute;
mod content;
mod part;
mod reading;
mod shown;

pub use portal_view::view;

pub use self::{
    content::{Content, foreign, live, said},
    part::Part,
    reading::Reading,
    shown::Built,
};

/// What the children of a component are: built where the component puts them.
pub type Children = Box<dyn FnOnce() -> Built>;

/// Anything that can stand between tags as a view of its own.
pub fn built(content: impl Content) -> Built {
    content.built()
}
