#!/usr/bin/env bash
# Builds the crate with Trunk's own settings, so that its build script writes target/scoped.css; Trunk then finds the
# crate built and compiles nothing twice.
set -euo pipefail
profile=(--locked)
if [ "${TRUNK_PROFILE:-}" = release ]; then profile+=(--release); fi
# Cargo runs a build script again when what it reads has changed, not when what it wrote has gone.
if [ ! -f target/scoped.css ]; then touch build.rs; fi
cargo build --target wasm32-unknown-unknown --bin my-account "${profile[@]}"
