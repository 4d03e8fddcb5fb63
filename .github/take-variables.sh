#!/bin/sh
# Reads the repository's variables as JSON from ALL; writes NAME=value for each that infra/main.parameters.json names and that is set.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck disable=SC2016 # what looks like expansions is what is looked for
names=$(grep -o '\${[A-Z0-9_]*}' "$here/../infra/main.parameters.json" | tr -d '${}' | jq --raw-input . | jq --slurp .)
printf '%s' "$ALL" | jq --raw-output --argjson names "$names" \
  'to_entries[] | select(.value != "" and (.key | IN($names[]))) | "\(.key)=\(.value | gsub("[\\r\\n]+"; " "))"'
