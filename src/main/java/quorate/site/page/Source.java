package quorate.site.page;

/** A source that an entry cites. */
public record Source(String anchor, String text, PageLink link) {}
