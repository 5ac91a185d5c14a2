/** What consistency the readers of a data domain get, and what a partition does to it. */
package quorate.derive.consistency;
