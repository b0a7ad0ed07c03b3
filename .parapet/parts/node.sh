# Node.js >= 20.19 and the packages of the web folders. Sourced after debian.sh.

node_least=20.19
node_from_npm=22.23.3 # the version taken from npm where the machine's own is too old (Debian 12: 18)

node_present() { command -v npm >/dev/null && at_least "$(node --version 2>/dev/null | tr -d v)" $node_least; }

# npm's package `node` carries the program; npm itself is Debian's, run by the new node.
node_from_registry() {
  rm -rf "$deps/node" && mkdir -p "$deps/node" && cd "$deps/node" || return 1
  echo '{ "private": true }' >package.json
  npm install --no-audit --no-fund "node@$node_from_npm" && ln -s node_modules/.bin bin && hash -r && node_present
}

# Every folder with a lock file, in an order in which crypto/ comes before those who use it.
npm_folders() {
  find . \( -name node_modules -o -path ./build -o -name '.?*' \) -prune -o -name package-lock.json -printf '%h\n' | sed 's|^\./||' | sort
}

npm_script() { node -e 'process.exit(require(process.argv[1]).scripts?.[process.argv[2]] ? 0 : 1)' "$root/$1/package.json" "$2"; }

npm_stamp() { (cd "$root/$1" && { node --version; cat package.json package-lock.json; } | sha256sum); }
npm_present() { [ "$(cat "$1/node_modules/.parapet-stamp" 2>/dev/null)" = "$(npm_stamp "$1")" ]; }

# No install scripts: nothing we use needs them, and they are where a bad package would act.
npm_install() {
  cd "$root/$1" && { npm ci --ignore-scripts --no-audit --no-fund || npm ci --ignore-scripts --no-audit --no-fund; } &&
    npm_stamp "$1" >node_modules/.parapet-stamp
}

set_up_node() {
  local folder folders
  mapfile -t folders < <(npm_folders)
  [ ${#folders[@]} -gt 0 ] || return 0
  if ! node_present; then
    command -v npm >/dev/null || part "install Node.js and npm" "Try 'apt-get install nodejs npm' by hand." install nodejs npm
    hash -r
    node_present || part "fetch Node.js $node_from_npm as an npm package" \
      "Install Node.js >= $node_least yourself so that 'node' finds it." node_from_registry
    hash -r
  fi
  for folder in "${folders[@]}"; do
    npm_present "$folder" || part "npm packages of $folder" "Is the npm registry reachable? Try 'cd $folder && npm ci'." \
      npm_install "$folder"
  done
}
