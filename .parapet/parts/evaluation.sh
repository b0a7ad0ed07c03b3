# The keys of an evaluation take seconds to make, by design: once for all tests of a step, each of which works on a copy
# (tests/deployment/deployment.mjs). Opening one takes most of a second, by design too: with --full that is left as it
# is, else the copies are sealed at the least cost that is taken. Sourced.
evaluation=$(mktemp -d)
trap 'rm -rf "$evaluation"' EXIT
"$PARAPET_BIN/parapet-keys" evaluation "$evaluation/office" --origin http://127.0.0.1 >/dev/null || return 1
[ -n "${PARAPET_FULL:-}" ] || "$PARAPET_BIN/../tests/light_key_files" "$evaluation/office/members" || return 1
export PARAPET_EVALUATION="$evaluation/office"
