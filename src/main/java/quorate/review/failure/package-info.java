/** Rules of step 3: timeouts, retries, detectors, failover, overload. */
package quorate.review.failure;
