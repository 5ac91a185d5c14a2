/** Diagrams: graphs, their layout by ELK behind one interface, and the SVG that is written from it. */
package quorate.site.diagram;
