#!/usr/bin/env bash
# Makes sure that there is a Chromium for the end-to-end tests: Debian's where it can be installed, else Playwright's own.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -x /usr/bin/chromium ]; then exit; fi
as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  echo "Installing Chromium with apt-get: once."
  export DEBIAN_FRONTEND=noninteractive
  if ${as_root[@]+"${as_root[@]}"} apt-get update &&
    ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends chromium fonts-liberation &&
    [ -x /usr/bin/chromium ]; then exit; fi
  echo "apt-get brought no Chromium: asking Playwright for its own." >&2
fi
cd e2e
npx playwright install chromium ||
  { echo "Chromium is missing and could not be installed: install it as /usr/bin/chromium, then run this again." >&2; exit 1; }
