/** One class for each input format; several results merged into one architecture. */
package quorate.importer;
