package quorate.site.page;

/** A name and what is said of it. */
public record NamedText(String name, String text) {}
