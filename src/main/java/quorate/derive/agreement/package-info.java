/** The arithmetic of agreement: voters and quorums, leases, failure detectors, clocks. */
package quorate.derive.agreement;
