/** Rules of step 5: effects that happen once, messages, sagas, locks. */
package quorate.review.transactions;
