/** Rules of step 4: copies of data, their lag, their differences, their joining. */
package quorate.review.data;
