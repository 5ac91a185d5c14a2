/** The commands, the exit codes, and the one place where the stages are put together. */
package quorate.cli;
