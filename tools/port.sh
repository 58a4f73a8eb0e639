#!/usr/bin/env bash
# port.sh PORT [HINT]: succeeds when the port is free, else says what to do.
set -euo pipefail
if ! [[ $1 =~ ^[0-9]{1,5}$ ]] || ((10#$1 < 1 || 10#$1 > 65535)); then
  echo "PORT=$1 is no port: give a number from 1 to 65535." >&2
  exit 1
fi
if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
  echo "Port $1 is taken: ${2:-stop what listens there, or choose another one, as in 'make run PORT=8090'}." >&2
  exit 1
fi
