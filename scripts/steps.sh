# shellcheck shell=bash
# The steps that ./run and ./test share. Sourced, not run; the working directory is the repository's.
# Every step is idempotent and says in one line what it did. Long output goes to build/log/.

export DEBIAN_FRONTEND=noninteractive
export npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false
readonly root=$PWD
readonly third_parties="imgui cpp-httplib md4c"
readonly source_suites="sid forky" # those that carry the versions we build against

say() { printf '%s\n' "$*"; }
die() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# logged NAME COMMAND…: quiet while it goes well, the end of its output when it does not.
logged() {
  local log="build/log/$1.log"
  shift
  mkdir -p build/log
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 60 "$log" >&2
    die "Failed: $* (everything it said is in $log)"
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else
    die "This needs root, and there is no sudo: $*"
  fi
}

# wanted_packages run|test: what the list asks of this machine.
wanted_packages() {
  local who package
  while read -r who package _; do
    case "$who" in run | "$1") ;; *) continue ;; esac
    case "$package" in
    nodejs) ! command -v node >/dev/null || continue ;;
    npm) ! command -v npm >/dev/null || continue ;;
    esac
    printf '%s\n' "$package"
  done <scripts/packages
}

missing_packages() {
  comm -23 <(wanted_packages "$1" | sort -u) \
    <(dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u)
}

# install_packages run|test
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    packages_elsewhere "$1"
    return
  fi
  local missing
  missing=$(missing_packages "$1")
  if [ -z "$missing" ]; then
    say "packages: already there"
    return
  fi
  say "packages: installing" $missing
  update_package_lists
  logged packages as_root apt-get install --yes --no-install-recommends $missing
}

# A source of somebody else's that does not answer is no reason to stop: the installation tells whether it matters.
update_package_lists() {
  mkdir -p build/log
  as_root apt-get update >build/log/package-lists.log 2>&1 </dev/null ||
    say "packages: apt-get update complained (build/log/package-lists.log), going on"
}

# Not Debian: say what is missing rather than guess how it is called here.
packages_elsewhere() {
  local command missing=""
  for command in cmake ninja g++ pkg-config emcc node npm git; do
    command -v "$command" >/dev/null || missing="$missing $command"
  done
  [ -z "$missing" ] || die "There is no apt-get here, so please install what is missing:$missing
and the libraries that scripts/packages names (the second column, with Debian's names). Then run this again."
  say "packages: no apt-get here; using what is installed"
}

# The archives that this machine already trusts for Debian, one a line. Empty before the first apt-get update.
debian_archives() {
  apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 2>/dev/null | sort -u
}

# apt_sources SUITE ARGUMENT…: apt-get with a source list of its own; the machine's own lists are left alone.
# `apt-get source` downloads to where it stands.
apt_sources() {
  local place="$root/.deps/apt/$1"
  shift
  (cd "$place" && apt-get -o Dir::Etc::SourceList="$place/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$place/lists" -o Dir::Cache="$place/cache" \
    -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)" "$@")
}

# download_sources SUITE ARCHIVE: the upstream archives of the third parties, in .deps/apt/SUITE.
download_sources() {
  local place=".deps/apt/$1" keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$place/lists/partial" "$place/cache/archives/partial"
  printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$2" "$1" >"$place/sources.list"
  apt_sources "$1" update && apt_sources "$1" source --download-only --tar-only $third_parties
}

unpack_sources() {
  local place=".deps/apt/$1" package archive folder
  for package in $third_parties; do
    archive=$(find "$place" -maxdepth 1 -name "${package}_*.orig.tar.*" | sort -V | tail -n 1)
    [ -n "$archive" ] || return 1
    folder=".deps/${package#cpp-}"
    rm -rf "$folder.new" && mkdir -p "$folder.new"
    tar --extract --strip-components=1 --directory "$folder.new" --file "$archive" || return 1
    rm -rf "$folder" && mv "$folder.new" "$folder"
    basename "$archive" >"$folder/.archive"
  done
}

have_sources() {
  local package
  for package in $third_parties; do [ -f ".deps/${package#cpp-}/.archive" ] || return 1; done
}

# Third parties into .deps/, where cmake/dependencies.cmake finds them. Without them CMake fetches the pinned commits.
fetch_sources() {
  local suite archive
  if have_sources; then
    say "third-party sources: already there"
    return
  fi
  if ! command -v apt-get >/dev/null; then
    say "third-party sources: from their pinned commits, over the internet"
    return
  fi
  [ -n "$(debian_archives)" ] || update_package_lists
  mkdir -p build/log
  for suite in $source_suites; do
    for archive in $(debian_archives); do
      if download_sources "$suite" "$archive" >>build/log/sources.log 2>&1 </dev/null && unpack_sources "$suite"; then
        say "third-party sources: $(cat .deps/*/.archive | sed 's/\.orig\..*//' | paste -sd ' ') (Debian $suite)"
        return
      fi
    done
  done
  say "third-party sources: apt has none (build/log/sources.log); from their pinned commits, over the internet"
}

# install_modules FOLDER: the locked npm packages, again only when the lock changed.
install_modules() {
  local lock="$1/package-lock.json" stamp="$1/node_modules/.palabre-lock"
  if cmp --silent "$lock" "$stamp"; then
    say "$1: modules already there"
    return
  fi
  logged "modules-${1//\//-}" env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix "$1" ci
  cp "$lock" "$stamp"
  say "$1: modules installed"
}

# configure PRESET: when it was never done, or when what it reads outside CMake changed.
configure() {
  local ninja="build/$1/build.ninja"
  if [ -f "$ninja" ] && [ "$ninja" -nt CMakePresets.json ] && { ! have_sources || [ "$ninja" -nt .deps/md4c/.archive ]; }; then
    return
  fi
  logged "configure-$1" cmake --preset "$1"
}

# build PRESET [TARGET…]
build() {
  local preset=$1 started=$SECONDS
  shift
  configure "$preset"
  if [ $# = 0 ]; then set -- all; fi
  printf '%s: building … ' "$preset"
  logged "build-$preset" cmake --build --preset "$preset" --target "$@"
  say "done ($((SECONDS - started)) s)"
}

# The files that readers download, in build/web/dist; the server carries them.
build_widget() {
  local dist=build/web/dist
  build web palabre_modules
  if [ -f "$dist/embed.js" ] &&
    [ -z "$(find web shared/view/catalogues "$dist"/*.wasm -name node_modules -prune -o -type f -newer "$dist/embed.js" -print -quit)" ]; then
    say "web: bundles already there"
    return
  fi
  logged bundle node web/build.mjs "$dist"
  say "web: bundled into $dist"
}
