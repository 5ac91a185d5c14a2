#!/bin/sh
# What Lighthouse says of one page of each kind that readers meet first; its reports lie below target/lighthouse. Lighthouse
# comes from npm at the first run; without node there is nothing to do. Takes options of Lighthouse. LIGHTHOUSE names a command
# that is installed.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$here"

if [ -z "${LIGHTHOUSE:-}" ] && ! command -v npx >/dev/null; then
    echo "lighthouse: skipped, there is no node" >&2
    exit 0
fi
./quorate build site -o target/site
mvn -B -q -ntp test-compile
mvn -B -q -ntp exec:java -Dexec.classpathScope=test -Dexec.mainClass=quorate.browser.Lighthouse \
    "-Dexec.args=${LIGHTHOUSE:-npx --yes lighthouse} $*" \
    -Dquorate.site="$here/target/site" \
    -Dquorate.chromium="${CHROMIUM:-/usr/bin/chromium}"
