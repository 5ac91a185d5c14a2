/** Minimal cut sets, availability and importance for each journey: {@code model.md} section 6. */
package quorate.derive.reliability;
