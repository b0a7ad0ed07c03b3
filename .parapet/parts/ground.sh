# What every command stands on: where things are, how progress is said, how a failure is said. Sourced.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build="$root/build"
deps="$build/deps"
logs="$build/log"
jobs=$(nproc)
mkdir -p "$deps" "$logs"
cd "$root"

# Where node.sh puts Node.js if the machine's own is too old; named before it is there, since set-up may run later.
PATH="$deps/node/bin:$PATH"

# Compiler results are reused between clones where ccache is there: paths are kept relative.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*"; }

# fail <what went wrong> <what to do>
fail() {
  printf '\nparapet: %s\n' "$1" >&2
  printf '         %s\n' "${2:-}" >&2
  exit 1
}

# part <what is done> <what to do when it fails> <command...>: one line of progress, the log's end on failure.
part() {
  local what=$1 advice=$2 started=$SECONDS
  shift 2
  local log="$logs/setup-${what//[^a-zA-Z0-9]/-}.log"
  printf '  %s ... ' "$what"
  if ("$@") >"$log" 2>&1 </dev/null; then
    printf 'done (%s s)\n' $((SECONDS - started))
  else
    printf 'FAILED\n'
    tail -n 25 "$log" | sed 's/^/    | /' >&2
    fail "set-up failed at: $what (whole log: $log)" "$advice"
  fi
}

# Runs a command as root; says why before it asks.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}
