#!/bin/sh
# Runs every test: unit, text cases, the built site, the browser. Needs Java 17, Maven and, for the browser, Chromium with its
# driver; on Debian it installs the latter when it runs as root. Writes below target/ only.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$here"

needs() {
    echo "run-all: $1 is missing. $2" >&2
    exit 2
}

command -v java >/dev/null || needs java "Install a JDK, 17 or later."
command -v mvn >/dev/null || needs mvn "Install Maven, 3.8 or later."

if [ ! -x "${CHROMEDRIVER:-/usr/bin/chromedriver}" ] || [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -q >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            chromium chromium-driver fonts-liberation >&2
    else
        needs "Chromium or chromedriver" \
            "Install the packages chromium and chromium-driver, or name the programs in CHROMIUM and CHROMEDRIVER."
    fi
fi

mvn -B -q -ntp -DskipTests package
# A site built before must not stand in for one that can no longer be built.
rm -rf target/site
./quorate build site -o target/site

# The status of Maven would be lost in the pipe.
mkdir -p target
{
    status=0
    mvn -B -ntp -Dstyle.color=never surefire:test \
        -DexcludedGroups=none \
        -Dquorate.site="$here/target/site" \
        -Dquorate.chromium="${CHROMIUM:-/usr/bin/chromium}" \
        -Dquorate.chromedriver="${CHROMEDRIVER:-/usr/bin/chromedriver}" 2>&1 || status=$?
    echo "$status" >target/test-status
} | tee target/test-output.txt

# Surefire's sum last, where people and programs look for it.
grep -E 'Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$' target/test-output.txt | tail -n 1
exit "$(cat target/test-status)"
