/** What fails, and what that does to journeys and data: {@code model.md} section 6. */
package quorate.derive.failure;
