#!/usr/bin/env bash
# Trunk's server, which rebuilds and reloads on every change, in front of the backend. The pages are a development build.
set -euo pipefail
cd "$(dirname "$0")/.."
BACKEND=8080 # Trunk.toml's proxy points here
FRONTEND=8081
for port in $BACKEND $FRONTEND; do tools/port.sh "$port" "'make dev' needs it; stop what listens there"; done
mkdir -p data target/dev
cargo build --locked -p my-account-server
target/debug/my-account-server --static target/dev --database data/dev.db --demo --listen "127.0.0.1:$BACKEND" &
backend=$!
trap 'kill "$backend" 2>/dev/null || true' EXIT
echo
echo "My Account, reloading on every change: http://localhost:$FRONTEND (Ctrl-C stops it)"
echo
cat tools/demo-accounts.txt
echo
trunk serve --dist target/dev --port "$FRONTEND" --locked
