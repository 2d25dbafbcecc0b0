# Sourced by tools/run, tools/test and tools/assets: what is needed, and one Release build at a time.
# shellcheck shell=bash

program="$root/tools/Assets.Cli/bin/Release/net10.0/Assets.Cli.dll"
stamp="$root/tools/Assets.Cli/obj/release.stamp"
# The settings of this folder, and not of whichever one lies above the caller's folder.
export ASSETS_ROOT="${ASSETS_ROOT:-$root}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }

# One command line that installs $1 (dotnet or node) on this system, as a hint: nothing is installed by itself.
how_to_get() {
  case "$1-$(uname -s)" in
    dotnet-Darwin) echo 'brew install --cask dotnet-sdk   (or https://dot.net/download)' ;;
    dotnet-Linux) echo 'the package dotnet-sdk-10.0 of your distribution, or https://learn.microsoft.com/dotnet/core/install/linux' ;;
    dotnet-*) echo 'winget install Microsoft.DotNet.SDK.10   (or https://dot.net/download), and run this in WSL' ;;
    node-Darwin) echo 'brew install node' ;;
    node-Linux) echo 'the package nodejs (with npm) where your distribution has version 20 or newer, or https://nodejs.org/en/download' ;;
    node-*) echo 'winget install OpenJS.NodeJS.LTS, and run this in WSL' ;;
  esac
}

# Says everything that is missing at once, so that nobody installs one thing only to be told of the next.
check_prerequisites() {
  local missing=0 major
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    say "Missing: .NET SDK 10. Get it: $(how_to_get dotnet)"; missing=1
  fi
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9][0-9]*\)\..*/\1/p')
  if [ "${major:-0}" -lt 20 ]; then
    say "Missing: Node.js 20 or newer${major:+ (found $major)}. Get it: $(how_to_get node)"; missing=1
  elif ! command -v npm >/dev/null; then
    say "Missing: npm, which comes with Node.js. Get it: $(how_to_get node)"; missing=1
  fi
  return "$missing"
}

# Prints the first source that is newer than file $1; further words narrow it down. A folder is newer too once something in it has
# been removed.
first_newer() {
  local than=$1; shift
  find "$root/src" "$root"/tools/Assets.* "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json" \
    \( -name bin -o -name obj -o -name node_modules -o -path "$root/src/Assets.Web/wwwroot/lib" \) -prune -o \
    -newer "$than" "$@" -print -quit
}

# The stamp and not the program's own time: a change in one library leaves the program's file as it was.
is_current() { [ -f "$program" ] && [ -f "$stamp" ] && [ -z "$(first_newer "$stamp")" ]; }

# Runs "$@" (a build of everything the program consists of) and, where it succeeds, notes that the program is current:
# unless a source was saved meanwhile, which the compiler may or may not have seen.
build_and_stamp() {
  local begun="$stamp.begun"
  mkdir -p "${stamp%/*}" && : >"$begun" || return 1
  "$@" || return 1
  [ -z "$(first_newer "$begun" -type f)" ] && : >"$stamp"
  rm -f "$begun"
}

# No compiler node may outlive the build: it would keep the caller's pipe and the lock open.
release_build() { dotnet build "$1" -c Release -v "${verbosity:-q}" -clp:NoSummary -nodeReuse:false 8>&-; }

# Runs "$@" while no other command of this folder builds. Without flock (macOS) two at once may get in each other's way.
alone() {
  mkdir -p "${stamp%/*}" || return 1
  ( if command -v flock >/dev/null; then flock 8; fi; "$@" ) 8>"$stamp.lock"
}

# Of several that start at once, one builds, and the others find it done.
build_unless_current() {
  is_current && return 0
  say 'Building (the first time takes a few minutes) ...'
  build_and_stamp release_build "$root/tools/Assets.Cli" >&2
}

ensure_built() { is_current || { check_prerequisites && alone build_unless_current; }; }
