#!/bin/sh
# Pictures of each kind of page below target/screenshots, to be looked at: KIND-WIDTH-THEME.png is the first screen,
# KIND-WIDTH-THEME-full.png the whole page, KIND-print.png what is printed. Takes the kinds that are wanted, all without one.
# Needs what run-all.sh needs.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$here"

./quorate build site -o target/site
mvn -B -q -ntp test-compile
mvn -B -q -ntp exec:java -Dexec.classpathScope=test -Dexec.mainClass=quorate.browser.Screenshots "-Dexec.args=$*" \
    -Dquorate.site="$here/target/site" \
    -Dquorate.chromium="${CHROMIUM:-/usr/bin/chromium}" \
    -Dquorate.chromedriver="${CHROMEDRIVER:-/usr/bin/chromedriver}"
