/** The architecture as values: subjects, their facts, where each fact was written. Knows no file format. */
package quorate.model;
