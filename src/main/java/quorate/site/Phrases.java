package quorate.site;

import java.util.List;
import java.util.regex.Pattern;
import quorate.model.Key;

/** Small pieces of English. */
final class Phrases {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Phrases() {}

    /** {@code 1 finding}, {@code 3 findings}, {@code no findings}. */
    static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number == 0 ? "no " + plural : number + " " + (number == 1 ? noun : plural);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** A kebab-case id as words: {@code needs linearizable}. */
    static String words(String id) {
        return id.replace('-', ' ').replace('_', ' ');
    }

    /** A field in words: {@code failover mode}, {@code total timeout}. */
    static String field(Key<?> key) {
        List<String> path = key.path();
        boolean kindFirst = path.size() == 2 && path.get(0).equals("timeout");
        return words(kindFirst ? path.get(1) + " " + path.get(0) : String.join(" ", path));
    }

    /** Ends the sentence if nothing else does, begins it with a capital, and sets arrows as arrows. */
    static String sentence(String text) {
        String trimmed = text.strip().replace("->", "→");
        boolean open = !trimmed.isEmpty() && ".!?:".indexOf(trimmed.charAt(trimmed.length() - 1)) < 0;
        return capital(open ? trimmed + "." : trimmed);
    }

    /** At most so many letters, cut at a word. */
    static String brief(String text, int letters) {
        String flat = SPACE.matcher(text).replaceAll(" ").strip();
        if (flat.length() <= letters) {
            return flat;
        }
        int space = flat.lastIndexOf(' ', letters - 1);
        return flat.substring(0, space < letters / 2 ? letters - 1 : space) + " …";
    }
}
