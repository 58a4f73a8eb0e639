#!/usr/bin/env bash
# Makes sure that there is an nginx, which end-to-end tests put in front of the portal: Debian's.
set -euo pipefail
if [ -x /usr/sbin/nginx ]; then exit; fi
as_root=()
if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
export DEBIAN_FRONTEND=noninteractive
if command -v apt-get >/dev/null; then
  echo "Installing nginx with apt-get: once."
  ${as_root[@]+"${as_root[@]}"} apt-get update &&
    ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends nginx-light openssl || true
fi
[ -x /usr/sbin/nginx ] ||
  { echo "nginx is missing and could not be installed: install it as /usr/sbin/nginx, then run this again." >&2; exit 1; }
