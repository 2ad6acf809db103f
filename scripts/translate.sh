#!/bin/sh
# Brings the window's translations up to date: sh scripts/translate.sh
# New texts come into resources/i18n/caseworker_it.ts as unfinished; translate them there (or with
# pyside6-linguist), then run this again for the compiled file that the window loads.
set -eu

cd "$(dirname "$0")/.."
texts=resources/i18n/caseworker_it.ts
# shellcheck disable=SC2046 # a list of files on purpose; their names have no spaces
.venv/bin/pyside6-lupdate -silent -tr-function-alias translate+=_translate -locations none -no-obsolete -source-language en -target-language it \
  $(find caseworker/ui -name '*.py' | LC_ALL=C sort) -ts "$texts"
.venv/bin/pyside6-lrelease -silent -nounfinished "$texts" -qm "${texts%.ts}.qm"
grep -c 'type="unfinished"' "$texts" >&2 || true
