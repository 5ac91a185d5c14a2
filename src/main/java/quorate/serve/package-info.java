/** Watches the sources, rebuilds, and reloads the browser. */
package quorate.serve;
