/** Joins the architecture with the catalog: which technology a component is, and what it does when nothing is stated. */
package quorate.link;
