/** Connectors of Kafka Connect. */
package quorate.importer.connect;
