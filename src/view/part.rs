//! An element, or several neighbours, while they are built.

use leptos::{
    ev::EventDescriptor,
    html::ElementType,
    prelude::*,
    tachys::{html::node_ref::NodeRefContainer, renderer::types::Element},
};
use wasm_bindgen::{JsCast, closure::Closure};

use super::{
    attribute::Attribute,
    content::Content,
    shown::{Built, Kept, Shown, follow},
};
use crate::deployment;

/// What `view!` calls. Everything that does not depend on a type is in functions without one.
pub struct Part {
    element: Option<Element>,
    kept: Vec<Kept>,
}

impl Part {
    /// Neighbours without an element around them.
    pub fn new() -> Self {
        Self { element: None, kept: Vec::new() }
    }

    /// An element of HTML.
    pub fn html(name: &str) -> Self {
        Self { element: document().create_element(name).ok(), kept: Vec::new() }
    }

    /// An element of SVG.
    pub fn svg(name: &str) -> Self {
        let element = document().create_element_ns(Some("http://www.w3.org/2000/svg"), name);
        Self { element: element.ok(), kept: Vec::new() }
    }

    /// An attribute that never changes.
    pub fn fixed(&mut self, name: &'static str, value: &str) {
        set(self.element.as_ref(), name, Some(value));
    }

    /// An attribute; a closure or a signal follows its signals, `None` and `false` take it away.
    pub fn attribute(&mut self, name: &'static str, value: impl Attribute) {
        value.give(self, name);
    }

    /// An attribute that follows signals.
    pub(super) fn following(&mut self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.element.clone();
        let mut last = None;
        self.kept.push(follow(Box::new(move || {
            let value = value();
            if last.as_ref() != Some(&value) {
                set(element.as_ref(), name, value.as_deref());
                last = Some(value);
            }
        })));
    }

    /// A property of its own style, which a strict policy allows where it forbids the attribute.
    pub fn style(&mut self, property: &str, value: &str) {
        if let Some(element) = self.element.as_ref().and_then(|it| it.dyn_ref::<web_sys::HtmlElement>()) {
            // Refuses only what is no property name.
            let _ = element.style().set_property(property, value);
        }
    }

    /// A handler.
    pub fn on<E>(&mut self, event: E, mut handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.listen(&event.name(), Box::new(move |event: web_sys::Event| handler(event.unchecked_into())));
    }

    fn listen(&mut self, name: &str, handler: Box<dyn FnMut(web_sys::Event)>) {
        // The browser frees it with the element.
        let handler = Closure::wrap(handler).into_js_value();
        if let Some(element) = &self.element {
            // Adding a listener does not fail.
            let _ = element.add_event_listener_with_callback(name, handler.unchecked_ref());
        }
    }

    /// Fills a reference with the element.
    pub fn node_ref<E: ElementType>(&mut self, reference: impl NodeRefContainer<E>) {
        if let Some(element) = &self.element {
            reference.load(element);
        }
    }

    /// Something inside, or one neighbour more.
    pub fn child(&mut self, content: impl Content) {
        self.adopt(content.built());
    }

    fn adopt(&mut self, child: Built) {
        let mut child = child.shown();
        if let Some(element) = &self.element {
            child.mount(element, None);
        }
        self.kept.push(Kept::Inside(child));
    }

    /// The view.
    pub fn done(self) -> Built {
        Built::new(match self.element {
            Some(element) => Shown::one(element.into(), self.kept),
            None => Shown::many(self.kept.into_iter().filter_map(Kept::inside).collect()),
        })
    }
}

fn set(element: Option<&Element>, name: &str, value: Option<&str>) {
    let Some(element) = element else { return };
    // Where the portal lies is nobody else's business; a link to what is not offered is not shown.
    let place = value.filter(|it| matches!(name, "href" | "src") && it.starts_with('/')).map(deployment::address);
    if place.is_some() && value.is_some_and(|it| !deployment::offers(it)) {
        let _ = element.set_attribute("hidden", "");
    }
    let value = place.as_deref().or(value);
    // Both refuse only what is no attribute name.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
