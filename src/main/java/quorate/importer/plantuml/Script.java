package quorate.importer.plantuml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Written;
import quorate.source.Folder;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads the lines of a diagram and of what it includes into statements. Constants are put in; the parts of the preprocessor's
 * language that would have to be run, such as procedures, loops and conditions, are told and left out. Nothing is fetched.
 */
final class Script {

    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w{0,80}+)[ \\t]*+\\(");
    private static final Pattern DEFINE = Pattern.compile("!define[ \\t]+(\\w+)(\\([^)]*\\))?[ \\t]*(.*)");
    private static final Pattern VARIABLE = Pattern.compile(
            "!(?:local |global )?[ \\t]*(\\$?\\w+)[ \\t]*\\??=[ \\t]*(\"[^\"]*\"|-?\\d+)[ \\t]*");
    private static final Pattern INCLUDE = Pattern.compile("!(include(?:url|sub|_once|_many|def)?|import)[ \\t]+(.+)");
    private static final Pattern ROUTINE = Pattern.compile(
            "!(?:unquoted |final |private )*(?:procedure|function|definelong)\\b[ \\t]*(\\$?\\w*).*");
    private static final Pattern ROUTINE_END = Pattern.compile("!end ?(?:procedure|function|definelong).*|!enddefinelong.*");
    private static final Pattern ONE_LINE = Pattern.compile(".*\\)[ \\t]*!?return\\b.*|.*\\)[ \\t]*return .*");
    private static final Pattern TEST = Pattern.compile("!(?:if|ifdef|ifndef|while|foreach)\\b.*");
    private static final Pattern TEST_END = Pattern.compile("!end ?(?:if|while|for|foreach)\\b.*");
    private static final Pattern OTHER_HALF = Pattern.compile("!else(?:if)?\\b.*");
    /** C4's own files, and those of icons and looks, which hold no part of an architecture. */
    private static final Pattern LIBRARY = Pattern.compile(
            "<.*>|.*\\bC4(?:_\\w+)?(?:\\.puml)?|[a-z]+://.*(?:sprite|icon|theme|style|logo|tupadr3|font-awesome|awslib).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWERS = Pattern.compile(".*\\bC4_(?:Dynamic|Sequence)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT = Pattern.compile(
            "(?:note|rnote|hnote)\\b[^:]*|legend\\b.*|<style>.*|title|header|footer|(?:left|center|right) (?:header|footer)"
                    + "|(?:rnote|hnote|note) .*\\bas \\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXT_END = Pattern.compile(
            "end ?(?:note|rnote|hnote|legend|title|header|footer)|</style>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_NOTE = Pattern.compile("note[ \\t]+\"[^\"]*\"[ \\t]+as\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARROW = Pattern.compile(
            "[\\w.\"\\[\\]() ]{1,120}?[ \\t](?:<\\|?|o|\\*)?[-.]{1,2}(?:\\[[^\\]]*])?[a-z]{0,5}[-.]{0,2}"
                    + "(?:\\|?>>?|o|\\*)[ \\t].+");
    private static final Pattern USE = Pattern.compile("\\$[A-Za-z_]\\w{0,60}");
    private static final int LONGEST_CONSTANT = 200;

    private final Folder folder;
    private final Problems problems;
    private final Set<String> sources;
    private final Map<String, String> constants = new HashMap<>();
    private final Set<String> routines = new HashSet<>();
    private final Set<String> strangers = new HashSet<>();
    private final Set<String> reading = new HashSet<>();
    private final List<Statement> statements = new ArrayList<>();
    private int filesLeft;
    private int left;
    /** Characters that constants may still add. */
    private int growth = 4_000_000;

    Script(Folder folder, Problems problems, Set<String> sources) {
        this.folder = folder;
        this.problems = problems;
        this.sources = sources;
        this.filesLeft = folder.limits().files();
        this.left = folder.limits().nodes();
    }

    List<Statement> read(SourceFile file) {
        add(Statement.of(Statement.Kind.START, file.name(), file.whole()));
        lines(file);
        return statements;
    }

    private void lines(SourceFile file) {
        if (!reading.add(file.path())) {
            problems.warning(file.whole(), "the file includes itself", "Remove the include.");
            return;
        }
        if (filesLeft-- <= 0) {
            problems.warning(file.whole(), "too many files are included", "Include each file once.");
            return;
        }
        sources.add(file.path());
        new Lines(file).read();
        reading.remove(file.path());
    }

    private void add(Statement statement) {
        if (left-- > 0) {
            statements.add(statement);
        } else if (left == -1) {
            problems.warning(statement.at(), "the diagram is too large; it is not read from here on", "Split it.");
        }
    }

    /** One file. */
    private final class Lines {
        private final SourceFile file;
        private boolean comment;
        private boolean text;
        private boolean arrows;
        private String routine = "";
        private int tests;
        private boolean drawn;
        private Location testAt;

        Lines(SourceFile file) {
            this.file = file;
        }

        void read() {
            int start = 0;
            int number = 1;
            String all = file.text();
            while (start < all.length()) {
                int end = end(all, start);
                String line = all.substring(start, end);
                int first = number;
                start = end + 1;
                number++;
                StringBuilder joined = new StringBuilder();
                while (line.endsWith("\\") && start < all.length()) {
                    joined.append(line, 0, line.length() - 1);
                    end = end(all, start);
                    line = all.substring(start, end);
                    start = end + 1;
                    number++;
                }
                line(joined.append(line).toString(), first);
            }
            if (tests > 0 || !routine.isEmpty()) {
                problems.warning(file.whole(), "a condition, loop or procedure is never closed", "Close it with its !end.");
            }
            if (comment || text) {
                problems.warning(file.whole(), "a comment, note or legend is never closed; what follows it is not read",
                        "Close it.");
            }
        }

        private int end(String all, int start) {
            int end = all.indexOf('\n', start);
            return end < 0 ? all.length() : end;
        }

        private void line(String raw, int number) {
            String line = uncommented(raw).strip();
            if (line.isEmpty() || line.startsWith("'")) {
                return;
            }
            Location at = new Location(file.path(), number, Math.max(1, raw.indexOf(line) + 1));
            if (!routine.isEmpty()) {
                routine = ROUTINE_END.matcher(line).matches() ? "" : routine;
            } else if (text) {
                text = !TEXT_END.matcher(line).matches();
            } else if (line.startsWith("!")) {
                directive(line, at);
            } else if (TEXT.matcher(line).matches() && !NAMED_NOTE.matcher(line).matches()) {
                text = true;
            } else {
                drawing(line, at);
            }
        }

        private String uncommented(String line) {
            if (!comment && line.indexOf("/'") < 0) {
                return line;
            }
            StringBuilder kept = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                if (comment && line.startsWith("'/", i)) {
                    comment = false;
                    i++;
                } else if (!comment && line.startsWith("/'", i)) {
                    comment = true;
                    i++;
                } else {
                    kept.append(comment ? ' ' : line.charAt(i));
                }
            }
            return kept.toString();
        }

        private void directive(String line, Location at) {
            Matcher routineStart = ROUTINE.matcher(line);
            Matcher define = DEFINE.matcher(line);
            Matcher variable = VARIABLE.matcher(line);
            Matcher include = INCLUDE.matcher(line);
            if (routineStart.matches()) {
                routine(routineStart.group(1), line, at);
            } else if (TEST.matcher(line).matches()) {
                testAt = tests++ == 0 ? at : testAt;
                drawn = tests > 1 && drawn;
            } else if (TEST_END.matcher(line).matches()) {
                tests = Math.max(0, tests - 1);
                if (tests == 0 && drawn) {
                    problems.warning(testAt, "what is drawn under a condition or in a loop is not read, since nothing is run",
                            "Draw it without one.");
                }
            } else if (include.matches()) {
                include(include.group(1), include.group(2).strip(), at);
            } else if (define.matches() && define.group(2) != null) {
                routines.add(define.group(1));
                told(define.group(1), at);
            } else if (define.matches()) {
                constant(define.group(1), define.group(3), at);
            } else if (variable.matches()) {
                constant(variable.group(1), variable.group(2), at);
            } else if (!OTHER_HALF.matcher(line).matches()) {
                constants.remove(line.replaceFirst("!(?:undef )?[ \\t]*(\\$?\\w+).*", "$1"));
            }
        }

        private void routine(String name, String line, Location at) {
            routines.add(name);
            told(name, at);
            routine = ONE_LINE.matcher(line).matches() ? "" : name.isEmpty() ? "?" : name;
        }

        private void told(String name, Location at) {
            problems.warning(at, "the macro '" + name + "' is not read: what it draws is not known",
                    "Draw with the macros of C4 instead, or state it in architecture.yaml.");
        }

        private void constant(String name, String value, Location at) {
            if (value.length() > LONGEST_CONSTANT) {
                problems.warning(at, "the value of '" + name + "' is too long to be put in", "Shorten it.");
            } else if (tests > 0) {
                constants.remove(name); // which value it has depends on the condition
            } else {
                constants.put(name, value.strip());
            }
        }

        private void include(String how, String written, Location at) {
            String path = Call.unquoted(written.replaceFirst("(?<![ \\t])[ \\t]++'.*$", ""));
            int slash = path.indexOf('/');
            String known = slash < 0 ? null : constants.get(path.substring(0, slash));
            String whole = known == null ? path : Call.unquoted(known) + path.substring(slash);
            if (ANSWERS.matcher(whole).matches()) {
                add(Statement.of(Statement.Kind.ANSWERS, "", at));
            }
            if (LIBRARY.matcher(whole).matches() || whole.contains("%get_variable_value")) {
                return;
            }
            if (whole.matches("(?i)[a-z]+://.*")) {
                problems.warning(at, whole + " is not fetched: what it draws is not known", "Save the file beside this one and"
                        + " include that.");
            } else if (tests > 0) {
                problems.warning(at, whole + " is included under a condition and not read", "Include it without one.");
            } else if (how.equals("includesub") || whole.contains("!")) {
                problems.warning(at, "a part of " + whole + " is included, which is not read", "Include the whole file.");
            } else if (!folder.has(Folder.beside(file.path(), whole))) {
                problems.warning(at, whole + " is included and not found in the project: what it draws is not known",
                        "Write a path relative to this file.");
            } else {
                folder.read(Folder.beside(file.path(), whole), at, problems).ifPresent(Script.this::lines);
            }
        }

        private void drawing(String line, Location at) {
            if (line.startsWith("@")) {
                if (line.startsWith("@startuml") && reading.size() == 1) {
                    String name = Call.unquoted(line.substring("@startuml".length()).strip());
                    add(Statement.of(Statement.Kind.START, name.isEmpty() ? file.name() : name, at));
                }
                return;
            }
            if (line.startsWith("title ")) {
                add(Statement.of(Statement.Kind.TITLE, Call.plain(Call.unquoted(line.substring(6))), at));
                return;
            }
            if (tests > 0) {
                drawn |= Macros.DRAWS.matcher(line).lookingAt();
                return;
            }
            if (!arrows && ARROW.matcher(line).matches()) {
                arrows = true;
                problems.warning(at, "an arrow that is drawn without a macro of C4 is not read",
                        "Write it as Rel(from, to, ...).");
                return;
            }
            calls(line, at);
        }

        private void calls(String line, Location at) {
            int from = 0;
            while (from < line.length()) {
                char c = line.charAt(from);
                if (c == '{' || c == '}') {
                    add(Statement.of(c == '{' ? Statement.Kind.OPEN : Statement.Kind.CLOSE, "", at));
                    from++;
                } else if (Character.isWhitespace(c)) {
                    from++;
                } else {
                    Matcher call = CALL.matcher(line).region(from, line.length());
                    int end = call.lookingAt() ? call(line, call, at) : -1;
                    if (end < 0) {
                        if (line.endsWith("{")) { // a group of PlantUML itself
                            add(Statement.of(Statement.Kind.OPEN, "", at));
                        }
                        return;
                    }
                    from = end;
                }
            }
        }

        /** Where the call ends; below 0 when it is none that is read. */
        private int call(String line, Matcher call, Location at) {
            String name = call.group(1);
            Location place = new Location(at.file(), at.line(), at.column() + call.start());
            List<Written> arguments = new ArrayList<>();
            int end = arguments(line, call.end(), at, arguments);
            if (end < 0) {
                if (Macros.draws(name)) {
                    problems.warning(place, name + " has no closing parenthesis on its line",
                            "Write the whole call on one line.");
                }
                return -1;
            }
            if (Macros.isKnown(name)) {
                add(Statement.of(Call.of(name, arguments, place).with(this::filled)));
            } else if (!routines.contains(name) && strangers.add(name)) {
                problems.warning(place, "'" + name + "' is no macro of C4 that is known, and not read",
                        "State what it means for the system in architecture.yaml.");
            }
            return end;
        }

        /** Cuts at commas outside quotes and parentheses; returns what follows the closing one, or -1. */
        private int arguments(String line, int start, Location at, List<Written> into) {
            int depth = 0;
            boolean quoted = false;
            int from = start;
            for (int i = start; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && c == '(') {
                    depth++;
                } else if (!quoted && (c == ')' && depth == 0 || c == ',' && depth == 0)) {
                    String text = line.substring(from, i).strip();
                    if (c == ',' || !text.isEmpty() || !into.isEmpty()) {
                        int column = at.column() + Math.max(from, line.indexOf(text, from));
                        into.add(new Written(text, new Location(at.file(), at.line(), column)));
                    }
                    from = i + 1;
                    if (c == ')') {
                        return i + 1;
                    }
                } else if (!quoted && c == ')') {
                    depth--;
                }
            }
            return -1;
        }

        private String filled(String argument) {
            String constant = constants.get(argument);
            if (constant != null) {
                growth -= constant.length();
                return growth > 0 ? constant : argument;
            }
            if (argument.indexOf('$') < 0 || constants.isEmpty()) {
                return argument;
            }
            return USE.matcher(argument).replaceAll(found -> {
                String value = Optional.ofNullable(constants.get(found.group())).map(Call::unquoted).orElse(found.group());
                growth -= value.length();
                return Matcher.quoteReplacement(growth > 0 ? value : found.group());
            });
        }
    }
}
