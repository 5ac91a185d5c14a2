package quorate.importer.likec4;

import quorate.importer.Written;
import quorate.source.Location;

/**
 * A word or sign of the language.
 *
 * @param text of a text what its quotes hold, of an arrow its kind, of a tag its name
 * @param markdown whether a text stood between three quotes
 */
record Token(Type type, String text, boolean markdown, Location at) {

    enum Type {
        /** A name, or several with dots between. */
        WORD,
        TEXT,
        ARROW,
        TAG,
        /** An address, or the name of an icon: {@code tech:kafka}. */
        ADDRESS,
        SIGN,
        END
    }

    boolean is(Type other) {
        return type == other;
    }

    boolean isSign(String sign) {
        return type == Type.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }

    /** A name without dots. */
    boolean isName() {
        return type == Type.WORD && text.indexOf('.') < 0;
    }

    Written written() {
        return new Written(text, at);
    }
}
