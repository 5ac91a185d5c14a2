/** AsyncAPI documents. */
package quorate.importer.asyncapi;
