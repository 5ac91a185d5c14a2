/** How long recovery takes: {@code model.md} section 7. */
package quorate.derive.recovery;
