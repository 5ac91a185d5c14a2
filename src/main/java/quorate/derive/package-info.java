/** What follows from the joined architecture, computed once, each value with its evidence. */
package quorate.derive;
