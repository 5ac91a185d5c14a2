package quorate.site.page;

/** Markup that was made here and is safe to print as it stands. Only prose, diagrams and data of scripts make it. */
public record Html(String markup) {
    public static final Html NONE = new Html("");
}
