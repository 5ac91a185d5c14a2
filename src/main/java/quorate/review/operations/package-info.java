/** Rules of step 6: what is exercised, watched, staged and written down. */
package quorate.review.operations;
