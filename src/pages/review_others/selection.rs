//! Which rows are selected: some, or all but some, so that rows that have not come yet can be selected too.

use leptos::prelude::*;
use portal_contract::access_reviews::{ItemFilter, Selection};

/// The selected rows. One signal, so that only the rows on screen follow it.
#[derive(Clone, Copy)]
pub struct Selected(RwSignal<State>);

#[derive(Clone, Default)]
struct State {
    all: bool,
    /// In order: those selected, or with `all` those that are not.
    numbers: Vec<u32>,
    /// The row that was chosen last: where a range begins.
    anchor: Option<u32>,
}

impl Selected {
    /// None.
    pub fn new() -> Self {
        Self(RwSignal::new(State::default()))
    }

    /// Whether a row is selected; reactive.
    pub fn has(self, number: u32) -> bool {
        self.0.with(|it| it.all != it.numbers.binary_search(&number).is_ok())
    }

    /// How many of so many rows are selected; reactive.
    pub fn count(self, rows: usize) -> usize {
        self.0.with(|it| if it.all { rows.saturating_sub(it.numbers.len()) } else { it.numbers.len() })
    }

    /// Selects all rows, or none.
    pub fn set_all(self, all: bool) {
        self.0.set(State { all, ..State::default() });
    }

    /// Selects a row, or takes it out; with `range` all from the one chosen last, of the rows in their order.
    pub fn choose(self, number: u32, selected: bool, range: bool, rows: &[u32]) {
        self.0.update(|it| {
            let from = it.anchor.filter(|_| range).unwrap_or(number);
            let (first, last) = (from.min(number), from.max(number));
            for row in rows.iter().filter(|row| (first..=last).contains(row)) {
                match (it.numbers.binary_search(row), it.all != selected) {
                    (Err(place), true) => it.numbers.insert(place, *row),
                    (Ok(place), false) => drop(it.numbers.remove(place)),
                    _ => {}
                }
            }
            it.anchor = Some(number);
        });
    }

    /// As the backend is told.
    pub fn told(self, filter: ItemFilter, q: String) -> Selection {
        let State { all, numbers, .. } = self.0.get_untracked();
        match all {
            true => Selection { all, filter, q, except: numbers, ..Selection::default() },
            false => Selection { numbers, ..Selection::default() },
        }
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;

    #[test]
    fn ranges_go_from_the_row_chosen_last_and_all_can_have_exceptions() {
        let owner = Owner::new();
        owner.set();
        let (selected, rows) = (Selected::new(), [1, 2, 4, 7, 9]);
        let which = || rows.into_iter().filter(|it| selected.has(*it)).collect::<Vec<_>>();
        selected.choose(7, true, false, &rows);
        selected.choose(2, true, true, &rows);
        assert_eq!(which(), [2, 4, 7]);
        selected.choose(4, false, true, &rows);
        assert_eq!((which(), selected.count(5)), (vec![7], 1));
        selected.set_all(true);
        selected.choose(9, false, false, &rows);
        assert_eq!((which(), selected.count(5)), (vec![1, 2, 4, 7], 4));
        assert_eq!(selected.told(ItemFilter::Denied, "a".to_owned()).except, [9]);
        selected.set_all(false);
        assert_eq!((which(), selected.told(ItemFilter::All, String::new()).numbers), (vec![], vec![]));
    }
}
