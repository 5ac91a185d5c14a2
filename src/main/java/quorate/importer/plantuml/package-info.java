/** Diagrams that are drawn with the C4 macros of PlantUML. */
package quorate.importer.plantuml;
