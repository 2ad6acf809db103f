#!/bin/sh
# Makes .venv from requirements.lock, once for each state of the lock, the project file and the place:
#     sh scripts/setup.sh
# Shared by ./run and ./test. On Debian and Ubuntu it first installs the system packages that are missing;
# on another system it names them and goes on.
set -eu

cd "$(dirname "$0")/.."
here=$(pwd -P)
log="${TMPDIR:-/tmp}/caseworker-setup-$$.log"
trap 'rm -f "$log"' EXIT

# What Qt needs to draw at all, what it needs for a real window, and printing.
system_packages="ca-certificates libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6
libxkbcommon0 libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1
libcups2"

say() { printf 'set-up: %s\n' "$*" >&2; }

# Runs a command quietly; when it fails, says what failed and shows the end of what it printed.
quietly() {
  what=$1
  shift
  if ! "$@" >"$log" 2>&1; then
    say "failed: $what"
    tail -n 20 "$log" >&2
    return 1
  fi
}

# An environment belongs to one place and one lock; the project file may change within it.
locked() { printf '%s ' "$here" && cksum <requirements.lock; }
stamp() { locked && cat pyproject.toml scripts/setup.sh | cksum; }

# The first Python that is new enough and can make virtual environments.
find_python() {
  for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
  return 1
}

is_installed() {
  # Newer releases carry some libraries under a name that ends in t64.
  for name in "$1" "$1t64"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return 0
  done
  return 1
}

apt() {
  if [ "$(id -u)" = 0 ]; then
    env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  fi
}

install_system_packages() {
  wanted=$system_packages
  find_python >/dev/null || wanted="python3 python3-venv $wanted"
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is neither Debian nor Ubuntu; if something is missing, these are the packages there:" $wanted
    return
  fi
  missing=""
  for package in $wanted; do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    say "not root, and no sudo; please have these installed:$missing"
    return
  fi
  say "installing with apt-get:$missing"
  quietly "apt-get update" apt update || say "going on with the package lists that are there"
  # shellcheck disable=SC2086 # a list of words on purpose
  quietly "apt-get install" apt install -y --no-install-recommends $missing ||
    say "going on without them; please have them installed:$missing"
}

make_environment() {
  if ! python=$(find_python); then
    say "failed: no Python of at least 3.11 that can make virtual environments (python3, python3-venv)"
    exit 1
  fi
  if [ "$(cat .venv/locked 2>/dev/null)" != "$(locked)" ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    say "making .venv with $("$python" --version) and the locked packages (once; a minute or so)"
    quietly "python -m venv" "$python" -m venv --clear .venv
    quietly "pip install of requirements.lock" \
      .venv/bin/python -m pip install --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
    locked >.venv/locked
  fi
  quietly "pip install of caseworker itself" \
    .venv/bin/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation --editable .
}

now=$(stamp)
if [ "$(cat .venv/stamp 2>/dev/null)" = "$now" ] && .venv/bin/python -c '' 2>/dev/null; then
  exit 0
fi
rm -f .venv/stamp
install_system_packages
make_environment
printf '%s\n' "$now" >.venv/stamp
say "done"
