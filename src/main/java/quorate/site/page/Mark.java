package quorate.site.page;

/**
 * A word with its shape and colour.
 *
 * @param look name of the shape and colour in the style sheet
 * @param word what is read; empty for no mark at all
 */
public record Mark(String look, String word) {
    public static final Mark NONE = new Mark("", "");
}
