/** Pages into files: templates, the check of every link, and writing only what changed. */
package quorate.output;
