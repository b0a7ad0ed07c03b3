# The keys of an evaluation take seconds to make, by design: once for all tests of a run, each of which works on a copy
# (tests/deployment/deployment.mjs). Opening one takes most of a second, by design too: with --full that is left as it
# is, else the copies are sealed at the least cost that is taken. Sourced.
export PARAPET_EVALUATION="$PARAPET_SHARED/office"
[ -d "$PARAPET_EVALUATION" ] || {
  making="$PARAPET_SHARED/making"
  rm -rf "$making"
  "$PARAPET_BIN/parapet-keys" evaluation "$making" --origin http://127.0.0.1 >/dev/null || return 1
  [ -n "${PARAPET_FULL:-}" ] || "$PARAPET_BIN/../tests/light_key_files" "$making/members" || return 1
  mv "$making" "$PARAPET_EVALUATION"
}
