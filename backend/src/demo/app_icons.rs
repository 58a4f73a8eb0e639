//! Icons of the demo's apps: a white sign on a coloured square, drawn for this demo.

use base64::{Engine, engine::general_purpose::STANDARD};

/// A sign on a square of 24 by 24, as the path of an SVG.
pub struct Icon(&'static str);

/// A letter.
pub const LETTER: Icon = Icon("M5 7h14v10H5zM5 7l7 6 7-6");
/// A calendar.
pub const CALENDAR: Icon = Icon("M5 6h14v13H5zM5 10h14M9 4v4M15 4v4");
/// A written page.
pub const PAGE: Icon = Icon("M7 4h10v16H7zM9.5 8h5M9.5 12h5M9.5 16h3");
/// A coin.
pub const MONEY: Icon = Icon("M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM14.5 9a3.4 3.4 0 1 0 0 6M8 11h4.5M8 13h4.5");
/// A folded map.
pub const MAP: Icon = Icon("M4 6l5-2 6 2 5-2v14l-5 2-6-2-5 2zM9 4v14M15 6v14");
/// Two people.
pub const PEOPLE: Icon = Icon(
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 5.5a2.8 2.8 0 0 1 0 5.2M17 14a5 5 0 0 1 3.5 5",
);
/// A spanner.
pub const WRENCH: Icon = Icon("M14.5 5a4.5 4.5 0 0 0-4 6.3L4.5 17.3l2.2 2.2 6-6A4.5 4.5 0 0 0 19 9l-3 1.5-2-2z");
/// A shield.
pub const SHIELD: Icon = Icon("M12 4l7 2.5v5c0 4-3 7-7 8.5-4-1.5-7-4.5-7-8.5v-5zM9 12l2.2 2.2L15.2 10");
/// A ship.
pub const SHIP: Icon = Icon("M4 14h16l-2.5 5h-11zM7 14V9h10v5M12 9V5");
/// A box.
pub const BOX: Icon = Icon("M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8");
/// Bars.
pub const CHART: Icon = Icon("M4.5 19.5h15M7 19V12M12 19V6M17 19v-9");

/// Dark enough for a white sign on them.
const COLOURS: [&str; 7] = ["#1d5fa8", "#0b7a75", "#8a4b08", "#6b3fa0", "#a3324b", "#3d6b21", "#38597a"];

impl Icon {
    /// The icon as a `data:` URL, in one of the colours.
    pub fn url(&self, place: usize) -> String {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"><path fill=\"{}\" d=\"M0 0h24v24H0z\"/>\
             <path d=\"{}\" fill=\"none\" stroke=\"#fff\" stroke-width=\"1.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>",
            COLOURS[place % COLOURS.len()],
            self.0,
        );
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
    }
}
