package quorate.site;

import quorate.site.page.PageLink;

/**
 * The file that a page was written in.
 *
 * @param edit where it can be changed; no link when the repository is not known or does not hold it
 * @param changed the day of its last change; empty when that is not known
 */
record Origin(PageLink edit, String changed) {

    static final Origin NONE = new Origin(PageLink.NONE, "");
}
