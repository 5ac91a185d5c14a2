/** Waits, retries and deadlines along the synchronous calls of a journey: {@code model.md} section 7. */
package quorate.derive.budget;
