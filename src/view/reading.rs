//! What a component is given to follow.

use std::rc::Rc;

use leptos::prelude::*;

/// A value that may change: a closure, a signal or a text of the catalogue. Copied freely; lighter than the `Signal` of
/// Leptos, which brings all of its kinds of signal along for every type.
pub struct Reading<T: 'static>(StoredValue<Rc<dyn Fn() -> T>, LocalStorage>);

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Reading<T> {}

impl<T> Reading<T> {
    /// What `read` gives.
    pub fn new(read: impl Fn() -> T + 'static) -> Self {
        Self::of(Rc::new(read))
    }

    fn of(read: Rc<dyn Fn() -> T>) -> Self {
        Self(StoredValue::new_local(read))
    }

    /// The value; reactive.
    pub fn get(self) -> T {
        let read = self.0.get_value();
        read()
    }
}

impl<T, F: Fn() -> T + 'static> From<F> for Reading<T> {
    fn from(read: F) -> Self {
        Self::new(read)
    }
}

impl<T: Clone + Send + Sync> From<RwSignal<T>> for Reading<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::new(move || signal.get())
    }
}

impl<T: Clone + Send + Sync> From<Memo<T>> for Reading<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::new(move || memo.get())
    }
}

impl From<bool> for Reading<bool> {
    fn from(value: bool) -> Self {
        Self::new(move || value)
    }
}

impl From<fn() -> &'static str> for Reading<String> {
    fn from(words: fn() -> &'static str) -> Self {
        Self::new(move || words().to_owned())
    }
}
