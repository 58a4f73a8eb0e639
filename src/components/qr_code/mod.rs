//! A QR code, drawn in the browser: what is in it never leaves the page.

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};
use stylers_macro::style_sheet;

use super::scoped;
use crate::view::{Built, Reading, built, view};

/// Modules of light around the code (ISO/IEC 18004 asks for four).
const QUIET: i32 = 4;

/// A QR code; always dark on light, because some apps read nothing else.
#[component]
pub fn QrCode(
    /// What it says; nothing is drawn for what fits in no code.
    text: String,
    /// What it is, for who cannot see it.
    #[prop(into)]
    name: Reading<String>,
) -> Built {
    let scope = style_sheet!("src/components/qr_code/qr_code.css");
    let Ok(code) = Code::encode_text(&text, QrCodeEcc::Medium) else { return built(()) };
    let all = code.size() + 2 * QUIET;
    view! {
        <svg class=scoped("qr-code", scope) role="img" aria-label=name viewBox=format!("0 0 {all} {all}")>
            <rect width=all.to_string() height=all.to_string() />
            <path d=dark(&code) />
        </svg>
    }
}

/// The dark modules, one run of a row after the other.
fn dark(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path += &format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_exactly_the_dark_modules() -> Result<(), qrcodegen::DataTooLong> {
        let code = Code::encode_text("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP", QrCodeEcc::Medium)?;
        let covered: i32 =
            dark(&code).split('h').skip(1).filter_map(|it| it.split('v').next()?.parse::<i32>().ok()).sum();
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        assert_eq!(covered, all.filter(|(x, y)| code.get_module(*x, *y)).count() as i32);
        Ok(())
    }
}
