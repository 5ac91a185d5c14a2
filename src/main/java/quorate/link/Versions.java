package quorate.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version number, and whether it lies in a range such as {@code >=3.4 <3.5}. */
record Versions(List<Integer> parts) {

    private static final Pattern NUMBER = Pattern.compile("^v?([0-9]+(?:\\.[0-9]+)*)");
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)?\\s*v?([0-9]+(?:\\.[0-9]+)*)(\\.x)?");

    /** The number that an image tag or a written version begins with; nothing for {@code latest}. */
    static Optional<Versions> number(String text) {
        Matcher matcher = NUMBER.matcher(text.trim());
        return matcher.find() ? Optional.of(parse(matcher.group(1))) : Optional.empty();
    }

    /** Whether it satisfies every bound of the range; a text without numbers means all versions. */
    boolean isIn(String range) {
        Matcher matcher = BOUND.matcher(range);
        while (matcher.find()) {
            Versions bound = parse(matcher.group(2));
            String relation = matcher.group(1) == null ? "=" : matcher.group(1);
            int order = compare(bound);
            boolean holds =
                    switch (relation) {
                        case ">=" -> order >= 0;
                        case ">" -> order > 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0 || startsWith(bound);
                        default -> startsWith(bound);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(Versions other) {
        return parts.size() >= other.parts.size()
                && parts.subList(0, other.parts.size()).equals(other.parts);
    }

    private int compare(Versions other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int mine = i < parts.size() ? parts.get(i) : 0;
            int theirs = i < other.parts.size() ? other.parts.get(i) : 0;
            if (mine != theirs) {
                return Integer.compare(mine, theirs);
            }
        }
        return 0;
    }

    private static Versions parse(String number) {
        return new Versions(Arrays.stream(number.split("\\."))
                .map(part -> part.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(part))
                .toList());
    }
}
