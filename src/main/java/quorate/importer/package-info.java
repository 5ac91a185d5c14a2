/** Input formats and what they have in common; several results merged into one architecture. */
package quorate.importer;
