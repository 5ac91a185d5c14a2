/** Text into trees that know file, line and column; collects problems. Imports nothing of ours. */
package quorate.source;
