/** Settings of applications, and what several frameworks say in them alike: addresses, times, messages. */
package quorate.importer.settings;
