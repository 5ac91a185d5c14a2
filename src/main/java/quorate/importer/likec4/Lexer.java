package quorate.importer.likec4;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Characters into tokens, with their places. What no token begins with is told once and left out. */
final class Lexer {

    private static final Pattern ADDRESS = Pattern.compile(
            "\\w{1,20}://\\S++|\\.{0,2}/[^/*\\s]\\S*+|@[\\w-]*+/\\S++|(?:aws|azure|bootstrap|gcp|tech):[-\\w]*+");
    /** A hyphen belongs to a name, unless an arrow begins with it. */
    private static final Pattern WORD = Pattern.compile(
            "[A-Za-z_](?:\\w|-(?![>\\[]))*+(?:\\.(?:[A-Za-z_](?:\\w|-(?![>\\[]))*+|\\*{1,2}))*+");
    private static final Pattern ARROW = Pattern.compile("-\\[\\s*+([\\w-]*+)\\s*+]->|->|<->|<-|\\.([A-Za-z_][-\\w]*+)");
    private static final Pattern TAG = Pattern.compile("#([-\\w]++)");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\w.]*+%?");

    private final SourceFile file;
    private final String text;
    private final int most;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean told;

    private Lexer(SourceFile file, int most, Problems problems) {
        this.file = file;
        this.text = file.text();
        this.most = most;
        this.problems = problems;
    }

    /** The tokens of the file, with one of type END last; no more than {@code most}, which is told. */
    static List<Token> read(SourceFile file, int most, Problems problems) {
        return new Lexer(file, most, problems).read();
    }

    private List<Token> read() {
        while (at < text.length()) {
            if (tokens.size() >= most) {
                problems.warning(here(), "the file is too large; it is not read from here on", "Split it.");
                break;
            }
            step();
        }
        add(Token.Type.END, "", false, here());
        return tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            line++;
            lineStart = at;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            skipTo(end < 0 ? text.length() : end + 2);
        } else if (c == '\'' || c == '"') {
            quoted(c);
        } else if (!matched(ADDRESS, Token.Type.ADDRESS) && !matched(WORD, Token.Type.WORD) && !arrow() && !tag()
                && !matched(NUMBER, Token.Type.SIGN)) {
            sign(c);
        }
    }

    private boolean matched(Pattern pattern, Token.Type type) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(type, matcher.group(), false, here());
        at = matcher.end();
        return true;
    }

    private boolean arrow() {
        Matcher matcher = ARROW.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        String kind = matcher.group(1) != null ? matcher.group(1) : matcher.group(2) != null ? matcher.group(2) : "";
        Location place = here();
        add(Token.Type.ARROW, kind, false, place);
        skipTo(matcher.end());
        return true;
    }

    private boolean tag() {
        Matcher matcher = TAG.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(Token.Type.TAG, matcher.group(1), false, here());
        at = matcher.end();
        return true;
    }

    private void sign(char c) {
        if ("{}=:;,[]()*.!<>".indexOf(c) >= 0) {
            add(Token.Type.SIGN, String.valueOf(c), false, here());
        } else if (!told) {
            told = true;
            problems.warning(here(), "'" + c + "' belongs to no word of the language and is not read", "Remove it.");
        }
        at++;
    }

    private void quoted(char quote) {
        Location place = here();
        String three = String.valueOf(quote).repeat(3);
        boolean markdown = text.startsWith(three, at);
        String end = markdown ? three : String.valueOf(quote);
        int from = at + end.length();
        int to = from;
        while (to < text.length() && !text.startsWith(end, to)) {
            to += !markdown && text.charAt(to) == '\\' ? 2 : 1;
        }
        if (to >= text.length()) {
            problems.warning(place, "a quote that is never closed; the file is not read from here on", "Close it.");
            skipTo(text.length());
            return;
        }
        String inside = text.substring(from, to);
        add(Token.Type.TEXT, markdown ? inside : inside.replaceAll("\\\\(.)", "$1"), markdown, place);
        skipTo(to + end.length());
    }

    private void skipTo(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    private void add(Token.Type type, String word, boolean markdown, Location place) {
        tokens.add(new Token(type, word, markdown, place));
    }

    private Location here() {
        return new Location(file.path(), line, at - lineStart + 1);
    }
}
