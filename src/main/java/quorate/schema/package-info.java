/** The published JSON Schemas, and validation against them with places. */
package quorate.schema;
