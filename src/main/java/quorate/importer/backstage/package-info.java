/** Descriptors of a software catalog of Backstage. */
package quorate.importer.backstage;
