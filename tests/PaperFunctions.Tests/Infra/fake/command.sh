#!/bin/sh
# Stands in for az, azd, curl, dotnet and stty in tests of the hooks. Each call becomes a line of $FAKE_DIR/calls, "az account show ...".
# $FAKE_DIR/rules decides the answer: lines "<fails>|<start of the call>|<exit code>|<output>" (tabs in the output become newlines);
# the first that fits counts. With <fails> = 2, the first two calls that fit fail with that code and output, and later calls look on.
# <fails> = - : every call that fits. A signal's name instead of a code sends that signal to the hook. A call that no rule fits succeeds and prints nothing.
call="$(basename "$0") $*"
printf '%s\n' "$call" >>"$FAKE_DIR/calls"
case $call in
  'azd env set --file '*) cat "$4" >>"$FAKE_DIR/env" ;;
esac
number=0
while IFS='|' read -r fails start code output; do
  number=$((number + 1))
  case $call in
    "$start"*) ;;
    *) continue ;;
  esac
  if [ "$fails" != - ]; then
    printf x >>"$FAKE_DIR/used.$number"
    [ "$(wc -c <"$FAKE_DIR/used.$number")" -le "$fails" ] || continue
  fi
  case $code in
    INT | TERM) kill -s "$code" "$PPID"; exit 0 ;;
  esac
  if [ "$code" = 0 ]; then
    [ -z "$output" ] || printf '%s\n' "$output" | tr '\t' '\n'
  else
    printf '%s\n' "$output" >&2
  fi
  exit "$code"
done <"$FAKE_DIR/rules"
exit 0
