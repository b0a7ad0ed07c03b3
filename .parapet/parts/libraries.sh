# Two libraries of which Debian's releases have older versions than we need: libsodium (X-Wing came with 1.0.22)
# and cpp-httplib (0.41: fixes of 2025 and later, and twice the speed). Sourced after debian.sh.

sodium_least=1.0.22
httplib_least=0.41

# source_package <name> <suite> <folder>: Debian's source package, hashes and signatures checked by apt, unpacked.
source_package() {
  local name=$1 suite=$2 folder=$3
  other_suite "$suite" deb-src || return 1
  apt-get "${private_apt[@]}" update || return 1
  rm -rf "$folder" && mkdir -p "$folder/unpacked" && cd "$folder" || return 1
  apt-get "${private_apt[@]}" source --download-only "$name/$suite" || return 1
  tar -xf "$name"_*.orig.tar.* -C unpacked --strip-components=1
}

sodium_present() {
  PKG_CONFIG_PATH="$deps/lib/pkgconfig" pkg-config --atleast-version=$sodium_least libsodium 2>/dev/null &&
    { [ ! -f "$deps/lib/pkgconfig/libsodium.pc" ] || grep -qx "prefix=$deps" "$deps/lib/pkgconfig/libsodium.pc"; }
}

sodium_from_source() {
  local suite=$1 work="$build/sources/libsodium"
  source_package libsodium "$suite" "$work" || return 1
  cd "$work/unpacked" || return 1
  ./configure --quiet --disable-shared --disable-dependency-tracking --prefix="$deps" &&
    make --silent -j"$jobs" && make --silent install && sodium_present
}

# Debian's own build of the static library, where compiling it here does not work.
sodium_prebuilt() {
  local suite=unstable work="$build/sources/libsodium-prebuilt" library
  other_suite "$suite" deb || return 1
  apt-get "${private_apt[@]}" update || return 1
  rm -rf "$work" && mkdir -p "$work" && cd "$work" || return 1
  apt-get "${private_apt[@]}" download "libsodium-dev/$suite" || return 1
  dpkg-deb -x libsodium-dev_*.deb unpacked || return 1
  library=$(find unpacked -name libsodium.a | head -n 1)
  mkdir -p "$deps/lib/pkgconfig" "$deps/include"
  cp "$library" "$deps/lib/" && cp -r unpacked/usr/include/sodium* "$deps/include/" || return 1
  sed -e "s|^prefix=.*|prefix=$deps|" -e "s|^libdir=.*|libdir=$deps/lib|" -e "s|^includedir=.*|includedir=$deps/include|" \
    "$(find unpacked -name libsodium.pc | head -n 1)" >"$deps/lib/pkgconfig/libsodium.pc"
  sodium_present
}

sodium_any_way() {
  (sodium_from_source testing) || (sodium_from_source unstable) || (sodium_prebuilt)
}

httplib_present() {
  local found
  found=$(sed -n 's/^#define CPPHTTPLIB_VERSION "\(.*\)"/\1/p' "$deps/include/httplib.h" 2>/dev/null)
  at_least "$found" $httplib_least
}

httplib_from() {
  local suite=$1 work="$build/sources/cpp-httplib"
  source_package cpp-httplib "$suite" "$work" || return 1
  mkdir -p "$deps/include" && cp "$work/unpacked/httplib.h" "$deps/include/" && httplib_present
}

httplib_any_way() {
  (httplib_from testing) || (httplib_from unstable) || (httplib_from trixie-backports)
}

set_up_libraries() {
  sodium_present || part "build libsodium >= $sodium_least from Debian's source package" \
    "Tried: testing's source, unstable's source, unstable's static library. Install libsodium >= $sodium_least yourself so that pkg-config finds it." \
    sodium_any_way
  httplib_present || part "fetch cpp-httplib >= $httplib_least from Debian's source package" \
    "Tried: testing, unstable, trixie-backports. Put httplib.h >= $httplib_least into build/deps/include/ yourself." \
    httplib_any_way
}
