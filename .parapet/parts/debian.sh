# Debian packages. Root is needed for `apt-get install` only. Sourced.
#
# Some libraries must be newer than the release's own. They come from another suite of the Debian mirror this
# machine already uses (same address, same signing key), through apt state of our own below build/: the machine's
# list of sources is left as it is, and apt checks signatures and hashes as always.

packages=(g++ make cmake ninja-build pkg-config ccache clang clang-tidy clang-format libclang-rt-dev python3 xz-utils
  ca-certificates git libspdlog-dev nlohmann-json3-dev libtomlplusplus-dev libcli11-dev libkainjow-mustache-dev
  libseccomp-dev libbenchmark-dev libssl-dev chromium chromium-headless-shell fonts-noto-core fonts-dejavu-core)
newer_packages=(libsqlcipher-dev=4.6 catch2=3) # from <release>-backports where the release's own is older

apt_options=(-q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
private="$build/apt"

installed_version() { dpkg-query -W -f '${db:Status-Status} ${Version}\n' "$1" 2>/dev/null | sed -n 's/^installed //p' | head -n 1; }
at_least() { [ -n "$1" ] && dpkg --compare-versions "$1" ge "$2"; }

release_name() { (. /etc/os-release && printf '%s' "$VERSION_CODENAME"); }

# The mirror this machine gets its release from, as "<address> <file>:<line>"; apt itself reads its own configuration.
own_source() {
  apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI) $(SOURCESENTRY)' 'Created-By: Packages' |
    awk -v name="$(release_name)" '($1 == name || $1 ~ /^(old)?stable$/) && $2 == "main" && !n++ { print $3, $4 }'
}

# The Signed-By of that source, in either format; empty where it has none (then apt's trusted keys hold).
own_signature() {
  local file=${1%:*} line=${1##*:}
  case $file in
    *.sources) awk '/^Signed-By:/ { on = 1; print; next } on && /^[ \t]/ { print; next } on { exit }' "$file" ;;
    *) sed -n "${line}s/.*signed-by=\([^] ]*\).*/Signed-By: \1/p" "$file" ;;
  esac
}

# other_suite <suite> <types>: writes a source for it and reads its lists; afterwards "${private_apt[@]}" uses it.
other_suite() {
  local suite=$1 types=$2 source address entry
  source=$(own_source)
  [ -n "$source" ] || { echo "no configured source for Debian '$(release_name)' main"; return 1; }
  address=${source% *} entry=${source##* }
  mkdir -p "$private/$suite/sources" "$private/$suite/lists/partial" "$private/$suite/archives/partial"
  {
    printf 'Types: %s\nURIs: %s\nSuites: %s\nComponents: main\n' "$types" "$address" "$suite"
    own_signature "$entry"
  } >"$private/$suite/sources/suite.sources"
  private_apt=(-o "Dir::State::Lists=$private/$suite/lists" -o Dir::Etc::SourceList=/dev/null
    -o "Dir::Etc::SourceParts=$private/$suite/sources" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o "Dir::Cache::Archives=$private/$suite/archives" -o Acquire::Languages=none "${apt_options[@]}")
}

missing_packages() {
  local package wanted
  for package in "${packages[@]}"; do
    [ -n "$(installed_version "$package")" ] || echo "$package"
  done
}

missing_newer_packages() {
  local wanted
  for wanted in "${newer_packages[@]}"; do
    at_least "$(installed_version "${wanted%=*}")" "${wanted#*=}" || echo "$wanted"
  done
}

candidate() { apt-cache "${@:2}" policy "$1" | sed -n 's/^ *Candidate: //p'; }

install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get "${apt_options[@]}" --no-install-recommends install "$@"; }

# The release's own where it is new enough, else the backport, with what the backport itself needs.
install_newer() {
  local wanted package least backports
  backports="$(release_name)-backports"
  for wanted in "$@"; do
    package=${wanted%=*} least=${wanted#*=}
    if at_least "$(candidate "$package")" "$least"; then
      install "$package"
      continue
    fi
    other_suite "$backports" deb || return 1
    cp /etc/apt/sources.list "$private/$backports/sources/own.list" 2>/dev/null || true
    find /etc/apt/sources.list.d -name '*.list' -exec cp {} "$private/$backports/sources/" \;
    find /etc/apt/sources.list.d -name '*.sources' -exec cp {} "$private/$backports/sources/" \;
    as_root apt-get "${private_apt[@]}" update
    install "${private_apt[@]}" "$package/$backports"
  done
}

set_up_debian() {
  local missing newer
  [ -f /etc/debian_version ] || fail "this is not Debian" "Parapet is built on Debian 12 or 13; elsewhere, install what .parapet/parts/debian.sh names."
  mapfile -t missing < <(missing_packages)
  mapfile -t newer < <(missing_newer_packages)
  [ $((${#missing[@]} + ${#newer[@]})) = 0 ] && return
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "Debian packages are missing and there is no sudo: ${missing[*]} ${newer[*]}" \
      "Run './parapet setup' once as root; all else runs as you."
    say "  root is needed to install Debian packages: ${missing[*]} ${newer[*]}"
    sudo -v || fail "sudo was refused" "Run './parapet setup' once as root; all else runs as you."
  fi
  part "read the package lists" "Is the Debian mirror reachable? Try 'apt-get update'." as_root apt-get "${apt_options[@]}" update
  [ ${#missing[@]} = 0 ] || part "install ${#missing[@]} Debian packages" \
    "Try 'apt-get install ${missing[*]}' by hand." install "${missing[@]}"
  [ ${#newer[@]} = 0 ] || part "install ${newer[*]}" \
    "Does the mirror carry $(release_name)-backports? Else install by hand, in at least this version: ${newer[*]}" \
    install_newer "${newer[@]}"
}
