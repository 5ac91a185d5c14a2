/** Turns reviews and the catalog into finished page records; decides every address of the site. */
package quorate.site;
