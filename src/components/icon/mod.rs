//! Icons: one path each, 24 × 24, drawn with the colour of the text. Decorative: the words beside them say it.

use leptos::prelude::*;

use crate::view::{Built, view};

/// An icon.
#[component]
pub fn Icon(
    /// One of the paths of this module.
    path: &'static str,
) -> Built {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}

/// Buildings.
pub const ORGANIZATIONS: &str = "M4 20V5l8-2v17M12 9l8 2v9M2 20h20M7 8h2M7 12h2M7 16h2M15 14h2M15 17h2";
/// A house.
pub const HOME: &str = "M4 11l8-7 8 7v9h-5v-6h-6v6H4z";
/// A computer.
pub const COMPUTER: &str = "M5 5h14v11H5zM2 20h20";
/// A telephone.
pub const PHONE: &str = "M7 3h10v18H7zM11 18h2";
/// A tablet.
pub const TABLET: &str = "M5 3h14v18H5zM11 18h2";
/// A key.
pub const PASSWORD: &str = "M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 12l9-9M16 7l3 3";
/// A clock.
pub const HISTORY: &str = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2";
/// A bin.
pub const DELETED: &str = "M5 7h14M10 4h4M7 7l1 13h8l1-13M10 11v5M14 11v5";
/// A list with a tick.
pub const ACCESS_REVIEWS: &str = "M4 5h16M4 11h8M4 17h6M13 16l3 3 5-6";
/// Tiles.
pub const APPS: &str = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z";
/// Sheets, one behind the other.
pub const COLLECTIONS: &str = "M4 9h16v11H4zM6.5 6h11M9 3h6";
/// People together.
pub const GROUPS: &str = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-4 2.5-6 6-6s6 2 6 6M15.5 4.4a3.5 3.5 0 0 1 0 6.2M17.5 14.6c2.2.8 3.5 2.6 3.5 5.4";
/// An arrow up.
pub const UP: &str = "M12 19V5M6 11l6-6 6 6";
/// An arrow down.
pub const DOWN: &str = "M12 5v14M6 13l6 6 6-6";
/// Six dots, to take hold of.
pub const GRIP: &str = "M9 6h.1M15 6h.1M9 12h.1M15 12h.1M9 18h.1M15 18h.1";
/// Three dots.
pub const MORE: &str = "M5 12h.1M12 12h.1M19 12h.1";
/// Tiles, as a way to show things.
pub const GRID: &str = "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z";
/// Lines, as a way to show things.
pub const LIST: &str = "M4 7h.1M8 7h12M4 12h.1M8 12h12M4 17h.1M8 17h12";
/// A globe.
pub const LANGUAGE: &str =
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 9h17M3.5 15h17M12 3c-5 6-5 12 0 18M12 3c5 6 5 12 0 18";
/// Sun and moon.
pub const THEME: &str = "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16";
/// A question mark.
pub const HELP: &str =
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.1";
/// Three lines.
pub const MENU: &str = "M4 7h16M4 12h16M4 17h16";
/// A cross.
pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
/// A warning sign.
pub const WARNING: &str = "M12 4l9 16H3zM12 10v4M12 17v.1";
/// A tick.
pub const DONE: &str = "M5 13l4 4L19 7";
/// An arrow to the upper right.
pub const OPENS: &str = "M8 16L18 6M10 6h8v8";
/// Sliders.
pub const SETTINGS: &str = "M4 8h8M17 8h3M14.5 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5M4 16h3M12 16h8M9.5 13.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5";
/// A padlock.
pub const LOCKED: &str = "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3";
/// A phone that shows a code.
pub const AUTHENTICATOR: &str = "M7 3h10v18H7zM11 18h2M10 8h4M10 11h4";
/// An envelope.
pub const MAIL: &str = "M3 6h18v12H3zM3 7l9 6 9-6";
/// A question in a bubble.
pub const QUESTIONS: &str = "M4 5h16v11H9l-5 4zM10 9a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1M12 14v.1";
/// A key.
pub const SECURITY_KEY: &str = "M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v4M17 12v3";
/// A window with a padlock.
pub const APP_PASSWORD: &str = "M3 5h18v14H3zM3 9h18M10 13h4v3h-4zM11 13v-1a1 1 0 0 1 2 0v1";
