//! A map of the world with a mark, and dots to compare it with. Its outline is `public/world.svg` (Natural Earth, public domain), which the browser
//! asks for only once a map is on the page.

use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::scoped;
use crate::view::{Built, view};

/// Degrees north at the upper and the lower edge, as `tools/world.mjs` draws it.
const NORTH: f64 = 84.0;
const SOUTH: f64 = -58.0;

/// Degrees north of the equator and east of Greenwich.
pub type Spot = (f64, f64);

/// The map; west and east, north and south are straight lines (equirectangular).
#[component]
pub fn Map(
    /// What it is about.
    mark: Spot,
    /// What that is to be compared with.
    dots: Vec<Spot>,
    /// What it shows, for who does not see it.
    label: String,
) -> Built {
    let scope = style_sheet!("src/components/map/map.css");
    let dots: Vec<_> = dots.into_iter().map(|it| spot("dot", it)).collect();
    view! {
        <div class=scoped("map", scope) role="img" aria-label=label>
            <div class="land"></div>
            {dots}
            {spot("mark", mark)}
        </div>
    }
}

fn spot(class: &'static str, (latitude, longitude): Spot) -> Built {
    // In whole numbers: the standard library's way to write a float weighs more than the page around this map.
    let percent = |share: f64| {
        let thousandths = (share.clamp(0.0, 1.0) * 1000.0) as u32;
        format!("{}.{}%", thousandths / 10, thousandths % 10)
    };
    view! {
        <div
            class=class
            style:left=percent((longitude + 180.0) / 360.0)
            style:top=percent((NORTH - latitude) / (NORTH - SOUTH))
        ></div>
    }
}
