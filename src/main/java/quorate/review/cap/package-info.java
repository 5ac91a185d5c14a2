/** Rules of step 1: what each part gives up when it is cut off, and whether anyone decided that. */
package quorate.review.cap;
