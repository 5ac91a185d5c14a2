package quorate.site.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text will be. Fonts are those of the reader's system, so this is an estimate on the safe side; asking a font
 * of the building machine would make layouts depend on it.
 */
final class Letters {

    private static final double SIZE = 14;
    private static final double SMALL = 12;

    private Letters() {}

    static double width(String text) {
        return units(text) * SIZE;
    }

    static double small(String text) {
        return units(text) * SMALL;
    }

    private static double units(String text) {
        return text.codePoints().mapToDouble(Letters::unit).sum();
    }

    private static double unit(int letter) {
        if ("iljtf.,:;'|!()[] ".indexOf(letter) >= 0) {
            return 0.34;
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return 0.9;
        }
        if (letter >= 0x2E80) {
            return 1.05;
        }
        return Character.isUpperCase(letter) ? 0.7 : 0.58;
    }

    /** Breaks text into at most three lines of about so many letters; what is longer is cut. */
    static List<String> wrap(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("(?<=[\\s_./-])")) {
            if (line.length() > 0 && line.length() + word.strip().length() > letters) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        List<String> kept = new ArrayList<>();
        for (String one : lines.subList(0, Math.min(3, lines.size()))) {
            kept.add(one.length() > letters + 10 ? one.substring(0, letters + 8) + "…" : one);
        }
        if (lines.size() > 3) {
            kept.set(2, kept.get(2) + " …");
        }
        return kept;
    }
}
