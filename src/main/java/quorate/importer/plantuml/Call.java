package quorate.importer.plantuml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Written;
import quorate.source.Location;

/**
 * A macro with its arguments: {@code Container(api, "API", $techn="Java")}.
 *
 * @param inOrder the arguments without a keyword
 * @param named those with one, by the keyword without its dollar sign
 */
record Call(String name, List<Written> inOrder, Map<String, Written> named, Location at) {

    /** No macro of C4 has more. */
    private static final int MOST = 12;

    private static final Pattern KEYWORD = Pattern.compile("\\$(\\w{1,40})[ \\t]*=(?!=)(.*)", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("\\\\[nrtl]|<br ?/?>");
    private static final Pattern MARKUP = Pattern.compile(
            "</?(?:b|i|u|s)>|</?(?:size|color|back|font)(?::[^<>]{0,40})?>|<[$&:][^<>]{0,60}>");

    /** What stands between the parentheses, cut at its commas. */
    static Call of(String name, List<Written> arguments, Location at) {
        List<Written> inOrder = new ArrayList<>();
        Map<String, Written> named = new LinkedHashMap<>();
        for (Written argument : arguments.subList(0, Math.min(MOST, arguments.size()))) {
            Matcher keyword = KEYWORD.matcher(argument.text());
            if (keyword.matches()) {
                named.put(keyword.group(1), new Written(keyword.group(2).strip(), argument.at()));
            } else {
                inOrder.add(argument);
            }
        }
        return new Call(name, List.copyOf(inOrder), Map.copyOf(named), at);
    }

    /** The same with something else in place of its arguments. */
    Call with(java.util.function.UnaryOperator<String> change) {
        Map<String, Written> others = new LinkedHashMap<>();
        named.forEach((key, value) -> others.put(key, new Written(change.apply(value.text()), value.at())));
        List<Written> all = inOrder.stream().map(w -> new Written(change.apply(w.text()), w.at())).toList();
        return new Call(name, all, Map.copyOf(others), at);
    }

    /** Without the first argument, which the older macros for dynamic diagrams have before the others. */
    Call withoutFirst() {
        return new Call(name, inOrder.subList(Math.min(1, inOrder.size()), inOrder.size()), named, at);
    }

    /** The argument of that keyword, or else the one at that position; nothing when it is empty. */
    Optional<Written> argument(int position, String keyword) {
        Optional<Written> found = Optional.ofNullable(named.get(keyword))
                .or(() -> position < inOrder.size() ? Optional.of(inOrder.get(position)) : Optional.empty());
        return found.map(w -> new Written(unquoted(w.text()), w.at())).filter(w -> !w.text().isEmpty());
    }

    /** The argument as it is read: in one line, without markup. */
    Optional<Written> words(int position, String keyword) {
        return argument(position, keyword).map(w -> new Written(plain(w.text()), w.at())).filter(w -> !w.text().isEmpty());
    }

    static String plain(String text) {
        String line = MARKUP.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("");
        return line.replaceAll("\\s+", " ").strip();
    }

    static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text.strip();
    }
}
