/** Rules of step 2: agreement, order and clocks. */
package quorate.review.consistency;
