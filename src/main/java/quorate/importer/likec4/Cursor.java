package quorate.importer.likec4;

import java.util.List;
import java.util.Optional;
import quorate.importer.likec4.Token.Type;
import quorate.source.Location;
import quorate.source.Problems;

/** A place in the words of a file; the last of them is its end. It tells of what cannot be read, up to a number of times. */
final class Cursor {

    private static final int MOST_COMPLAINTS = 20;

    private final List<Token> tokens;
    private final Problems problems;
    private int at;
    private int complaints;

    Cursor(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Passes over so many words or signs. */
    void step(int count) {
        at += count;
    }

    /** Goes back to the one passed over last. */
    void back() {
        at--;
    }

    /** Tells that what was found is not read, and passes over it with the braces behind it. */
    void wrong(Token token, String hint) {
        complain(token, "'" + shown(token) + "' is not read here", hint);
        if (here() == token) {
            at++;
        }
        if (here().isSign("{")) {
            skipBlock();
        }
    }

    /** The braces that begin here, with all that they hold; nothing when none do. */
    void skipBlock() {
        if (!here().isSign("{")) {
            return;
        }
        int braces = 0;
        do {
            Token token = next();
            braces += token.isSign("{") ? 1 : token.isSign("}") ? -1 : 0;
        } while (braces > 0 && !here().is(Type.END));
    }

    Optional<Token> accept(Type type) {
        return here().is(type) ? Optional.of(next()) : Optional.empty();
    }

    void accept(String sign) {
        if (here().isSign(sign)) {
            at++;
        }
    }

    Token here() {
        return tokens.get(at);
    }

    Token token(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (!token.is(Type.END)) {
            at++;
        }
        return token;
    }

    void complain(Token token, String message, String hint) {
        Location place = token.at();
        if (++complaints <= MOST_COMPLAINTS) {
            problems.warning(place, message, hint);
        } else if (complaints == MOST_COMPLAINTS + 1) {
            problems.warning(place, "more of the file is not understood", "Mend what is told first.");
        }
    }

    static String shown(Token token) {
        String text = token.is(Type.END) ? "the end of the file" : token.text().isEmpty() ? "->" : token.text();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
