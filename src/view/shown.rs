//! What is on the page.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    prelude::*,
    reactive::effect::RenderEffect,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::types::{Element, Node},
        view::{Mountable, Position, PositionState, add_attr::AddAnyAttr},
    },
};
use send_wrapper::SendWrapper;

/// A view whose elements exist; every component returns one.
pub struct Built(SendWrapper<Shown>);

impl Built {
    pub(super) fn new(shown: Shown) -> Self {
        Self(SendWrapper::new(shown))
    }

    pub(super) fn shown(self) -> Shown {
        self.0.take()
    }
}

/// Nodes of the page, and what keeps them current; dropped, nothing follows a signal any more.
pub struct Shown {
    nodes: Nodes,
    /// Never read: they live as long as the nodes.
    _kept: Vec<Kept>,
}

enum Nodes {
    One(Node),
    /// At least one.
    Many(Vec<Shown>),
    /// Replaced by an effect.
    Live(Rc<RefCell<Option<Shown>>>),
    /// Drawn by Leptos: the router.
    Foreign(Box<dyn Mountable>),
}

/// What lives as long as the nodes that it belongs to.
pub enum Kept {
    /// Follows signals.
    Effect(#[expect(dead_code, reason = "kept alive")] RenderEffect<()>),
    /// Something inside an element, which the page removes with the element.
    Inside(Shown),
}

impl Kept {
    /// What is inside.
    pub fn inside(self) -> Option<Shown> {
        match self {
            Self::Inside(shown) => Some(shown),
            Self::Effect(_) => None,
        }
    }
}

impl Shown {
    /// An element or a text.
    pub fn one(node: Node, kept: Vec<Kept>) -> Self {
        Self { nodes: Nodes::One(node), _kept: kept }
    }

    /// Neighbours. None at all leaves a mark, so that something can take its place.
    pub fn many(mut parts: Vec<Shown>) -> Self {
        match parts.len() {
            0 => Self::one(document().create_comment("").into(), Vec::new()),
            1 => parts.remove(0),
            _ => Self { nodes: Nodes::Many(parts), _kept: Vec::new() },
        }
    }

    /// What Leptos draws.
    pub fn foreign(drawn: Box<dyn Mountable>) -> Self {
        Self { nodes: Nodes::Foreign(drawn), _kept: Vec::new() }
    }

    /// Something that is made anew whenever a signal in it changes.
    pub fn live(mut make: Box<dyn FnMut() -> Shown>) -> Self {
        let current = Rc::new(RefCell::new(None::<Shown>));
        // An effect outlives its part until its task is run once more; what is shown must not, because it reads values
        // that go with the part.
        let slot = Rc::downgrade(&current);
        let effect = follow(Box::new(move || {
            let Some(slot) = slot.upgrade() else { return };
            let mut newer = make();
            let older = slot.borrow_mut().take();
            if let Some(mut older) = older {
                older.insert_before_this(&mut newer);
                older.unmount();
            }
            *slot.borrow_mut() = Some(newer);
        }));
        Self { nodes: Nodes::Live(current), _kept: vec![effect] }
    }
}

/// Runs something now, and again whenever a signal in it changes.
pub fn follow(mut run: Box<dyn FnMut()>) -> Kept {
    Kept::Effect(RenderEffect::new(move |_| run()))
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        match &mut self.nodes {
            Nodes::One(node) => {
                if let Some(parent) = node.parent_node() {
                    // Fails only for what is no child of its parent.
                    let _ = parent.remove_child(node);
                }
            }
            Nodes::Many(parts) => parts.iter_mut().for_each(Mountable::unmount),
            Nodes::Foreign(drawn) => drawn.unmount(),
            Nodes::Live(current) => {
                if let Some(current) = current.borrow_mut().as_mut() {
                    current.unmount();
                }
            }
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        match &mut self.nodes {
            // Fails only where the marker is no child of the parent.
            Nodes::One(node) => _ = parent.insert_before(node, marker),
            Nodes::Many(parts) => parts.iter_mut().for_each(|it| it.mount(parent, marker)),
            Nodes::Foreign(drawn) => drawn.mount(parent, marker),
            Nodes::Live(current) => {
                if let Some(current) = current.borrow_mut().as_mut() {
                    current.mount(parent, marker);
                }
            }
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match &self.nodes {
            Nodes::One(node) => match node.parent_element() {
                Some(parent) => {
                    child.mount(&parent, Some(node));
                    true
                }
                None => false,
            },
            Nodes::Many(parts) => parts.first().is_some_and(|it| it.insert_before_this(child)),
            Nodes::Foreign(drawn) => drawn.insert_before_this(child),
            Nodes::Live(current) => current.borrow().as_ref().is_some_and(|it| it.insert_before_this(child)),
        }
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl Render for Built {
    type State = Shown;

    fn build(self) -> Shown {
        self.shown()
    }

    fn rebuild(self, state: &mut Shown) {
        let mut newer = self.shown();
        state.insert_before_this(&mut newer);
        state.unmount();
        *state = newer;
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
