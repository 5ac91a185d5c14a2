/** One call over one link: whether its caller waits, for how long at worst, and what retries make of it. */
package quorate.derive.call;
