//! Views as few types as possible. Leptos compiles every `view!` as a type of its own, with all of the renderer around
//! it: building, changing, moving, server rendering. A page here is built once and its parts are replaced, so that all
//! but the building is one type, [`Built`]: the wasm went from 239 to 214 KB brotli with it.

use leptos::{
    prelude::*,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{Mountable, Position, PositionState, add_attr::AddAnyAttr},
    },
};
use send_wrapper::SendWrapper;

/// A view whose elements exist; every component returns one.
pub struct Built(SendWrapper<Box<dyn Mountable>>);

/// Builds a view.
pub fn built<V: Render>(view: V) -> Built
where
    V::State: 'static,
{
    Built(SendWrapper::new(Box::new(view.build())))
}

/// A part that is made anew whenever a signal in it changes.
pub type Live = Box<dyn FnMut() -> Built + Send>;

/// Makes such a part of a closure.
pub fn live<V: Render>(mut view: impl FnMut() -> V + Send + 'static) -> Live
where
    V::State: 'static,
{
    Box::new(move || built(view()))
}

/// A sentence with values, followed through language and data.
pub fn said(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(words)
}

/// The elements of a [`Built`] on the page.
pub struct Shown(Box<dyn Mountable>);

impl Render for Built {
    type State = Shown;

    fn build(self) -> Shown {
        Shown(self.0.take())
    }

    fn rebuild(self, state: &mut Shown) {
        let mut newer = self.build();
        state.insert_before_this(&mut newer);
        state.unmount();
        *state = newer;
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.0.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.elements()
    }
}

impl AddAnyAttr for Built {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _attribute: A) -> Self {
        self
    }
}

/// The portal is drawn in the browser only: nothing here writes HTML or takes it over.
impl RenderHtml for Built {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _buf: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Leptos's own `view!`, built at once.
#[macro_export]
macro_rules! view {
    ($($tokens:tt)*) => { $crate::components::live::built(::leptos::view! { $($tokens)* }) };
}
