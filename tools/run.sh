#!/usr/bin/env bash
# run.sh PORT: the release build with the demo directory, as one process.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p data
echo
echo "My Account: http://localhost:$1 (Ctrl-C stops it)"
echo
cat tools/demo-accounts.txt
echo
exec target/server/my-account-server --static dist --database data/demo.db --demo --listen "127.0.0.1:$1"
