/** Rules, outcomes, findings, selections, questions: the review itself. Each step's rules are a package below. */
package quorate.review;
