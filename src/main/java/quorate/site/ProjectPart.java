package quorate.site;

/** The pages of a project, and what the rest of the site says of it. */
public record ProjectPart(Brief brief, Part part) {}
