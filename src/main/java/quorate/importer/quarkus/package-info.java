/** Configuration of Quarkus and of other applications of MicroProfile. */
package quorate.importer.quarkus;
