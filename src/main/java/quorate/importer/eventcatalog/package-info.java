/** Reads the content of an EventCatalog: front matter of services, messages, channels, data stores and flows. */
package quorate.importer.eventcatalog;
