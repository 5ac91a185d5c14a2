/** Components, resiliency and subscriptions of Dapr. */
package quorate.importer.dapr;
