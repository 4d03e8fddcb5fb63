# shellcheck shell=sh
# Shared by the hooks; sourced, not run. PAPERFUNCTIONS_HOOK_DELAY: seconds between attempts.

say() { printf '%s\n' "$*"; }

fail() {
  printf 'Error: %s\n' "$*" >&2
  exit 1
}

# need NAME...: the azd environment must hold these.
need() {
  for name in "$@"; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || fail "$name is not set. Run the hook through azd (azd up, azd hooks run) in an environment that is provisioned."
  done
}

# retry TIMES WHAT COMMAND...: runs the command until it succeeds. What it printed is shown only if it never does.
retry() {
  times=$1
  what=$2
  shift 2
  attempt=1
  until output=$("$@" 2>&1); do
    if [ "$attempt" -ge "$times" ]; then
      printf '%s\n' "$output" >&2
      return 1
    fi
    say "  $what: not yet ($attempt of $times)"
    attempt=$((attempt + 1))
    sleep "${PAPERFUNCTIONS_HOOK_DELAY:-10}"
  done
}
