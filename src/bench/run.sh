#!/bin/sh
# Measures the tool as whole processes, the way it is used: five runs of each, the median, and ratios.
#
#   src/bench/run.sh               everything, about a quarter of an hour on two cores
#   src/bench/run.sh 100           the same with 100 projects instead of 1,000
#   RUNS=3 src/bench/run.sh 100    three runs of each
#
# The projects are made from a fixed seed, each with a graph of its own: 8 to 20 components in three zones, links, journeys,
# data. They and what is built lie in target/bench. "Cold" means that nothing of an earlier build is there: no output and no
# layouts; "layouts kept" that only the pictures' coordinates are; "all kept" that everything which an earlier build keeps beside
# the output is, as on a machine of continuous integration that carries it from run to run. More than 40 projects are shown in
# brief; a fifth of them is built in full as well. The archive of classes that the launcher makes at its first build is made
# before anything is measured. Then single systems are analysed, with 4 GiB of memory. Seconds depend on the machine; compare
# ratios, on a quiet one.
#
# The last site that was built stays in target/bench/out. How long its search takes to be ready, and to answer:
#
#   mvn -B -o surefire:test -Dtest=SearchTest -DexcludedGroups=none -Dquorate.site=$PWD/target/bench/out
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
cd "$here"
./quorate version >/dev/null
javac -d target/bench-classes src/bench/*.java
exec java -cp target/bench-classes Bench "${1:-1000}" "${RUNS:-5}"
