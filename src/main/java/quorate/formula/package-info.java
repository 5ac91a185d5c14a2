/** The formulas of the field: pure functions of numbers, each with its unit and source. They know no model and no catalog. */
package quorate.formula;
