#!/usr/bin/env bash
# debian.sh PROGRAM PACKAGE…: makes sure that there is a program of Debian's, which tests or measurements start.
set -euo pipefail
program=$1
shift
if [ -x "$program" ]; then exit; fi
as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
if command -v apt-get >/dev/null; then
  echo "Installing $* with apt-get: once."
  # What went wrong is said below in one sentence, and by apt-get above it.
  ${as_root[@]+"${as_root[@]}"} apt-get update &&
    ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends "$@" || true
fi
[ -x "$program" ] ||
  { echo "$1 is missing and could not be installed: install it as $program, then run this again." >&2; exit 1; }
