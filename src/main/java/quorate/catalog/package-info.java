/**
 * The knowledge base as values, read and checked. An absent text is the empty string, an absent list the empty list.
 */
package quorate.catalog;
