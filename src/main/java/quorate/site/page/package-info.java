/** One record for each kind of page, and the parts they share. Values are finished: a template only places them. */
package quorate.site.page;
