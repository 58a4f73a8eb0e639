//! Whose turn it is to draw. All lists share the time between two frames, so that a slow phone draws little in each and a
//! fast computer everything at once.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
};

use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};

use crate::pause;

/// How long rows are made in one turn, milliseconds: what the browser then does with them takes ten times as long, and a
/// frame of 50 ms has room for its own work too (`make bench`).
const TIME: f64 = 0.5;

/// A turn: when it ends, in milliseconds since the visit began.
#[derive(Clone, Copy)]
pub struct Turn(f64);

/// Holds the turn once it has come; what holds none draws nothing.
type Waiting = RwSignal<Option<Turn>>;

/// What the turn is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Drawing.
    Drawing,
    /// Taking away what was drawn.
    Clearing,
}

thread_local! {
    static QUEUE: RefCell<VecDeque<(Waiting, For)>> = const { RefCell::new(VecDeque::new()) };
    static RUNNING: Cell<bool> = const { Cell::new(false) };
}

impl Turn {
    /// One that begins now.
    pub fn now() -> Self {
        Self(time() + TIME)
    }

    /// Whether its time is up.
    pub fn is_over(self) -> bool {
        time() > self.0
    }
}

/// Gives the signal a turn, after the next frame at the earliest.
pub fn queue(waiting: Waiting, purpose: For) {
    QUEUE.with_borrow_mut(|it| it.push_back((waiting, purpose)));
    if !RUNNING.replace(true) {
        spawn_local(run());
    }
}

/// Takes the signal out of the queue; whether it was in it for that.
pub fn leave(waiting: Waiting, purpose: For) -> bool {
    QUEUE.with_borrow_mut(|it| {
        let before = it.len();
        it.retain(|it| *it != (waiting, purpose));
        it.len() < before
    })
}

async fn run() {
    let mut turn = Turn(f64::NEG_INFINITY);
    while QUEUE.with_borrow(|it| !it.is_empty()) {
        if turn.is_over() {
            pause::drawn().await;
            turn = Turn::now();
        }
        if let Some((next, purpose)) = QUEUE.with_borrow_mut(VecDeque::pop_front) {
            // It may have gone meanwhile; what it does, it does in the next tick.
            next.try_set((purpose == For::Drawing).then_some(turn));
            tick().await;
        }
    }
    RUNNING.set(false);
}

/// Milliseconds since the visit began; without a clock everything takes no time.
fn time() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}
