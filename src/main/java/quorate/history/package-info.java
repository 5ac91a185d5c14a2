/** What git knows of the sources. Nothing is run: the repository's files are read. */
package quorate.history;
