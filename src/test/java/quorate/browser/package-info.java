/**
 * The built site as a reader meets it: valid, linked, usable in a browser. These tests need {@code target/site}, which
 * {@code src/test/run-all.sh} builds, and are left out of a plain {@code mvn verify} by their tags.
 */
package quorate.browser;
