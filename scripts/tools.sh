#!/usr/bin/env bash
# Installs the tools the project needs, each once, pinned, in the user's cache (never in the checkout).
# Usage: scripts/tools.sh build | documents | agenda | observatory | test | bench. Prints nothing when everything is there.
# Refuses: to touch a tool that is already present, to change the Rust toolchain, to guess without root.
set -euo pipefail

TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.126
WASM_SPLIT_VERSION=0.2.4
CACHE="${PALIERS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/paliers}"

say() { printf '\033[1mPaliers:\033[0m %s\n' "$*" >&2; }

# cargo_tool NAME VERSION BINARY [OPTION…]: `cargo install` into a folder keyed by version.
cargo_tool() {
  local root="$CACHE/$1-$2"
  [ -x "$root/bin/$3" ] && return
  say "installing $1 $2 (once, several minutes)…"
  CARGO_TARGET_DIR="$CACHE/build" cargo install --quiet --locked --root "$root" --version "$2" "$1" "${@:4}"
  rm -rf "$CACHE/build"
}

# debian_tool COMMAND PACKAGE…: from Debian when missing and root, else one clear line.
debian_tool() {
  local command="$1"; shift
  command -v "$command" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing $* from Debian…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1 \
      || { say "apt-get install $* failed"; exit 1; }
  else
    say "$command is missing: sudo apt-get install $*"; exit 1
  fi
}

build_tools() {
  command -v cargo >/dev/null || { say "Rust is missing: see https://rustup.rs, then run this command again"; exit 1; }
  if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    say "adding the WebAssembly target…"
    rustup --quiet target add wasm32-unknown-unknown
  fi
  cargo_tool trunk "$TRUNK_VERSION" trunk
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen
  cargo_tool wasm_split_cli_support "$WASM_SPLIT_VERSION" wasm-split-cli --features build-binary
}

browser_tools() {
  debian_tool node nodejs npm
  debian_tool npm npm
  debian_tool chromium chromium fonts-liberation
  debian_tool firefox-esr firefox-esr
  debian_tool pdftotext poppler-utils
  npm_packages tests/e2e
}

# The programs that open what we make.
document_tools() {
  debian_tool node nodejs npm
  debian_tool npm npm
  debian_tool pdftotext poppler-utils
  debian_tool soffice libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation
  debian_tool java default-jre-headless
  npm_packages tests/exports
}

# python_home NAME: the folder of a Python of its own for tests/NAME, keyed by its requirements.
python_home() { printf '%s/%s-%s' "$CACHE" "$1" "$(cksum < "tests/$1/requirements.txt" | cut -d' ' -f1)"; }

# python_tools NAME WHAT: that Python, with the packages that tests/NAME asks for.
python_tools() {
  local home; home="$(python_home "$1")"
  [ -x "$home/ready/bin/python" ] && return
  debian_tool python3 python3
  python3 -c 'import ensurepip' 2>/dev/null || debian_tool ensurepip python3-venv
  say "installing $2 for Python…"
  rm -rf "$home"
  python3 -m venv "$home/new"
  "$home/new/bin/pip" install --quiet --disable-pip-version-check -r "tests/$1/requirements.txt"
  mv "$home/new" "$home/ready"
}
agenda_tools() { python_tools agenda icalendar; }
observatory_tools() { python_tools observatory DuckDB; }

# npm_packages DIR: `npm ci`, again only when the lock file has changed.
npm_packages() {
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
  say "installing the packages of $1…"
  (cd "$1" && npm ci --silent --no-audit --no-fund)
}

case "${1:-}" in
  build) build_tools ;;
  documents) document_tools ;;
  agenda) agenda_tools ;;
  observatory) observatory_tools ;;
  python) printf '%s/ready/bin/python' "$(python_home "${2:?agenda or observatory}")" ;;
  test) build_tools; browser_tools; document_tools; agenda_tools; observatory_tools ;;
  bench) build_tools; browser_tools; npm_packages tests/bench ;;
  path) printf '%s' "$PWD/scripts/bin"; printf ':%s/bin' "$CACHE/trunk-$TRUNK_VERSION" "$CACHE/wasm-bindgen-cli-$WASM_BINDGEN_VERSION" "$CACHE/wasm_split_cli_support-$WASM_SPLIT_VERSION" ;;
  *) echo "usage: $0 build|documents|agenda|observatory|test|bench|path|python NAME" >&2; exit 2 ;;
esac
