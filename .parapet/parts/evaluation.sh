# The keys of an evaluation take seconds to make, by design: once for all tests of a step, each of which works on a copy
# (tests/deployment/deployment.mjs). Sourced.
evaluation=$(mktemp -d)
trap 'rm -rf "$evaluation"' EXIT
"$PARAPET_BIN/parapet-keys" evaluation "$evaluation/office" --origin http://127.0.0.1 >/dev/null
export PARAPET_EVALUATION="$evaluation/office"
