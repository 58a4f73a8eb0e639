#!/usr/bin/env bash
# Installs schemathesis into .tools/schemathesis, once. Its versions are those of schemathesis.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
home=.tools/schemathesis
if cmp -s tools/schemathesis.txt "$home/installed.txt"; then exit; fi
if ! /usr/bin/env python3 -c 'import ensurepip, venv' 2>/dev/null; then
  as_root=()
  if [ "$(id -u)" != 0 ]; then as_root=(sudo -n); fi
  echo "Installing Python with apt-get: once."
  export DEBIAN_FRONTEND=noninteractive
  { ${as_root[@]+"${as_root[@]}"} apt-get update && ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends python3 python3-venv; } ||
    { echo "Python 3 with its venv module is missing and could not be installed: install it, then run this again." >&2; exit 1; }
fi
echo "Installing schemathesis: once."
rm -rf "$home"
python3 -m venv "$home"
"$home/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --requirement tools/schemathesis.txt
cp tools/schemathesis.txt "$home/installed.txt"
