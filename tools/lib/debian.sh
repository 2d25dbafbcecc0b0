# Sourced by tools/test: the programs that tests talk to, from Debian's packages.
# shellcheck shell=bash

# package, and a file that shows that it is there
test_programs='
chromium                /usr/bin/chromium
fonts-dejavu-core       /usr/share/fonts/truetype/dejavu
postgresql              /usr/lib/postgresql/*/bin/initdb
snmpd                   /usr/sbin/snmpd
snmp                    /usr/bin/snmpbulkwalk
python3-aiosmtpd        /usr/bin/aiosmtpd
libreoffice-calc-nogui  /usr/bin/soffice
poppler-utils           /usr/bin/pdftoppm
zbar-tools              /usr/bin/zbarimg
slapd                   /usr/sbin/slapd
'

missing_programs() {
  local package file
  while read -r package file; do
    [ -n "$package" ] && ! compgen -G "$file" >/dev/null && echo "$package"
  done <<<"$test_programs"
}

# Installs what is missing, on Debian and as root only. That it fails is no error here: the tests concerned say why they are skipped.
install_test_programs() {
  local missing; missing=$(missing_programs | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" != 0 ] || [ ! -e /etc/debian_version ] || ! command -v apt-get >/dev/null; then
    say "Not installed, so some tests will be skipped: $missing"; return 0
  fi
  say "Installing for the tests: $missing"
  local policy=/usr/sbin/policy-rc.d denied=0 log="$results/apt.log"
  # The tests start their own servers on free ports; the packages' own services must not start beside them.
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && denied=1; fi
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # a list of words
  if ! { apt-get update -q && apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 $missing; } >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2; say "apt-get failed (whole log: $log); the tests that need these programs will be skipped."
  fi
  [ "$denied" = 0 ] || rm -f "$policy"
}

# The npm packages that tests talk to, from their lock files. That it fails is no error either.
install_test_packages() {
  local folder="$root/tests/Assets.Web.Tests/Security/Provider"
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
  (cd "$folder" && npm ci --loglevel=error) >"$results/npm.log" 2>&1 </dev/null || say "npm failed in $folder (log: $results/npm.log); the tests that need it will be skipped."
}
