/** The list of the formats that are read, apart from what reads them, so that none of these knows the others. */
package quorate.importer.formats;
