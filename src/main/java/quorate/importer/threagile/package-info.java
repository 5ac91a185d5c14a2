/** Threat models of Threagile. */
package quorate.importer.threagile;
