#!/usr/bin/env bash
# Makes sure that what the build needs is there, and installs what is missing: the wasm target by rustup, the tools into
# .tools/ (reused from PATH where their version fits). `install.sh build` for the build, `install.sh check` for the
# checks, `install.sh prerequisites` to look without installing tools.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH="$PWD/.tools/bin:$PATH"

TRUNK=0.21.14
CARGO_DENY=0.20.2
WASM_SPLIT=0.2.4
# The one that the crate is locked to: loader and wasm must agree.
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

# install CRATE COMMAND VERSION OPT_LEVEL LOCKED [OPTION…]: from source, with settings that build fast; these tools need not
# be fast themselves. LOCKED=yes where what the crate is locked to is to be had; else, and where that fails, the newest that fits.
install() {
  local crate=$1 command=$2 version=$3 level=$4 locked=$5
  shift 5
  if have "$command" && "$command" --version 2>/dev/null | grep -qwF "$version"; then return; fi
  echo "Installing $crate $version into .tools: once, two to three minutes on two cores."
  local settings=(CARGO_TARGET_DIR="$PWD/.tools/build" CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL="$level"
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0)
  local arguments=("$crate" --version "=$version" --root .tools --force "$@")
  if [ "$locked" = yes ]; then
    if env "${settings[@]}" cargo install "${arguments[@]}" --locked; then return; fi
    echo "The dependencies it is locked to do not build here: taking the newest that fit."
  fi
  env "${settings[@]}" cargo install "${arguments[@]}" ||
    stop "$crate could not be installed. Look at the error above; without a network, put $crate $version on your PATH."
}

case $1 in
  build)
    # Without its features, which are all about downloads: everything it calls is here.
    install trunk trunk "$TRUNK" 0 yes --no-default-features
    # Its lock names a crate that is no longer to be had.
    install wasm-bindgen-cli wasm-bindgen "$WASM_BINDGEN" 1 no
    # Its command does not say its version: a file beside it does.
    if ! have wasm-split-cli || [ "$(cat .tools/wasm-split 2>/dev/null)" != "$WASM_SPLIT" ]; then
      install wasm_split_cli_support wasm-split-cli "$WASM_SPLIT" 1 no --features build-binary
      echo "$WASM_SPLIT" > .tools/wasm-split
    fi
    ;;
  check) install cargo-deny cargo-deny "$CARGO_DENY" 0 yes ;;
  *) exit ;;
esac
rm -rf .tools/build
