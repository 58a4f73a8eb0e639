//! What an attribute can be.

use super::{part::Part, reading::Reading};

/// A value of an attribute, or something that follows signals.
pub trait Attribute {
    /// Gives it to an element.
    fn give(self, part: &mut Part, name: &'static str);
}

/// What the browser gets: `None` is no attribute.
pub trait Value {
    /// The text of the attribute.
    fn text(self) -> Option<String>;
}

impl Value for &str {
    fn text(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl Value for String {
    fn text(self) -> Option<String> {
        Some(self)
    }
}

impl Value for bool {
    fn text(self) -> Option<String> {
        self.then(String::new)
    }
}

impl<T: Value> Value for Option<T> {
    fn text(self) -> Option<String> {
        self?.text()
    }
}

impl Attribute for &str {
    fn give(self, part: &mut Part, name: &'static str) {
        part.fixed(name, self);
    }
}

impl Attribute for String {
    fn give(self, part: &mut Part, name: &'static str) {
        part.fixed(name, &self);
    }
}

impl Attribute for bool {
    fn give(self, part: &mut Part, name: &'static str) {
        if self {
            part.fixed(name, "");
        }
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn give(self, part: &mut Part, name: &'static str) {
        if let Some(value) = self {
            value.give(part, name);
        }
    }
}

impl Attribute for Reading<String> {
    fn give(self, part: &mut Part, name: &'static str) {
        part.following(name, Box::new(move || Some(self.get())));
    }
}

impl<T: Value, F: Fn() -> T + 'static> Attribute for F {
    fn give(self, part: &mut Part, name: &'static str) {
        part.following(name, Box::new(move || self().text()));
    }
}
