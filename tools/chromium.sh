#!/usr/bin/env bash
# Makes sure that there is a Chromium for the end-to-end tests. Debian's without windows takes half the time of the one with
# them; where it is not to be had, that one serves, and else Playwright's own.
set -euo pipefail
cd "$(dirname "$0")/.."
if tools/debian.sh /usr/bin/chromium-headless-shell chromium-headless-shell fonts-liberation; then exit; fi
if [ -x /usr/bin/chromium ]; then echo "Taking /usr/bin/chromium instead."; exit; fi
echo "Asking Playwright for its own."
cd e2e
npx playwright install chromium-headless-shell ||
  { echo "Chromium is missing and could not be installed: install it as /usr/bin/chromium, then run this again." >&2; exit 1; }
