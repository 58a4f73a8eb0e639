#!/usr/bin/env bash
# Makes sure that what the build needs is there, and installs what is missing: the wasm target by rustup, the tools into
# .tools/ (reused from PATH where their version fits). `install.sh build` for the build, `install.sh check` for the
# checks, `install.sh prerequisites` to look without installing tools.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH="$PWD/.tools/bin:$PATH"

TRUNK=0.21.14
CARGO_DENY=0.20.2
# The one that the portal is locked to: loader and wasm must agree.
WASM_BINDGEN=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)

stop() { echo "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

have cargo || stop "Rust is missing: install rustup (https://rustup.rs), then run this again."
have cc || stop "A C compiler is missing: install one (on Debian: apt-get install build-essential), then run this again."
have node || stop "Node.js is missing: install version 20 or newer (https://nodejs.org), then run this again."
have npm || stop "npm is missing: install the one that belongs to your Node.js, then run this again."
node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
  stop "Node.js $(node --version) is too old: install version 20 or newer (https://nodejs.org), then run this again."
rustc --version >/dev/null ||
  stop "The Rust that rust-toolchain.toml names is missing: run 'rustup toolchain install', then run this again."

# What rustup has not yet brought for the toolchain of rust-toolchain.toml.
sysroot=$(rustc --print sysroot)
need() { have rustup || stop "Rust's $2 is missing, and rustup, which would bring it: install rustup (https://rustup.rs), then run this again."; rustup "$1" add "$2"; }
[ -d "$sysroot/lib/rustlib/wasm32-unknown-unknown/lib" ] || need target wasm32-unknown-unknown
if [ "$1" = check ]; then
  cargo fmt --version >/dev/null 2>&1 || need component rustfmt
  cargo clippy --version >/dev/null 2>&1 || need component clippy
fi

# install NAME OPTION…: from source, with settings that build fast; these tools need not be fast themselves. With what it is
# locked to; where that is not to be had any more, with the newest that fits.
install() {
  local name=$1
  shift
  echo "Installing $name into .tools: once, two to three minutes on two cores."
  export CARGO_TARGET_DIR="$PWD/.tools/build" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0
  cargo install "$@" --root .tools --force --locked || cargo install "$@" --root .tools --force ||
    stop "$name could not be installed. Look at the error above; without a network, put it on your PATH."
}

# in_place COMMAND VERSION
in_place() { have "$1" && "$1" --version 2>/dev/null | grep -qwF "$2"; }

# published CRATE VERSION [OPTION…]: without optimization, as what takes longest.
published() {
  local crate=$1 version=$2
  shift 2
  in_place "$crate" "$version" || CARGO_PROFILE_RELEASE_OPT_LEVEL=0 install "$crate $version" "$crate" --version "=$version" "$@"
}

case $1 in
  build)
    # Without its features, which are all about downloads: everything it calls is here.
    published trunk "$TRUNK" --no-default-features
    # What splits the wasm does not say its version: a file beside it does, that of all that both are made of.
    made_of=$(cat tools/wasm/Cargo.* tools/wasm/src/bin/* | cksum)
    if ! in_place wasm-bindgen "$WASM_BINDGEN" || ! have wasm-split-cli || [ "$(cat .tools/wasm 2>/dev/null)" != "$made_of" ]; then
      grep -qF "wasm-bindgen-cli = { version = \"=$WASM_BINDGEN\"" tools/wasm/Cargo.toml ||
        stop "tools/wasm/Cargo.toml has another wasm-bindgen than Cargo.lock, which has $WASM_BINDGEN: write that there and run 'cargo update' in tools/wasm."
      install "wasm-bindgen $WASM_BINDGEN and wasm-split-cli" --path tools/wasm
      echo "$made_of" > .tools/wasm
    fi
    ;;
  check) published cargo-deny "$CARGO_DENY" ;;
  *) exit ;;
esac
rm -rf .tools/build
