package quorate.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML text into {@link Node}s. Aliases and {@code <<} merges are resolved, a duplicate key is an error naming both
 * places, custom tags are read as if they were not there. An alias keeps the place of its anchor.
 */
public final class Yaml {

    private final SourceFile file;
    private final Limits limits;
    private final Problems problems;
    private int left;

    private Yaml(SourceFile file, Limits limits, Problems problems) {
        this.file = file;
        this.limits = limits;
        this.problems = problems;
    }

    /** All documents of the file that could be read; what could not be read is reported. */
    public static List<Node> documents(SourceFile file, Limits limits, Problems problems) {
        return new Yaml(file, limits, problems).read();
    }

    /** The only document of the file; a second one is an error. */
    public static Optional<Node> document(SourceFile file, Limits limits, Problems problems) {
        List<Node> all = documents(file, limits, problems);
        if (all.size() > 1) {
            problems.error(all.get(1).at(), "a second document", "This file may hold one YAML document.");
        }
        return all.stream().findFirst();
    }

    /** The comments of the file, as far as it can be read; what is quoted or part of a block of text is no comment. */
    public static List<Comment> comments(SourceFile file, Limits limits) {
        List<Comment> comments = new ArrayList<>();
        List<String> lines = file.text().lines().toList();
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        options.setNestingDepthLimit(limits.depth());
        options.setCodePointLimit(limits.bytes());
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(file.text())), options);
            while (!parser.checkEvent(Event.ID.StreamEnd)) {
                if (parser.getEvent() instanceof CommentEvent event && event.getCommentType() != CommentType.BLANK_LINE) {
                    Location at = new Location(
                            file.path(), event.getStartMark().getLine() + 1, event.getStartMark().getColumn() + 1);
                    comments.add(new Comment(event.getValue().strip(), at, spokenOf(at, lines)));
                }
            }
        } catch (YAMLException e) {
            return comments; // the reader of the document tells what is wrong
        }
        return comments;
    }

    private static int spokenOf(Location comment, List<String> lines) {
        int line = comment.line();
        boolean alone = lines.get(line - 1).strip().startsWith("#");
        while (alone && line < lines.size() && silent(lines.get(line))) {
            line++;
        }
        return alone && line < lines.size() ? line + 1 : comment.line();
    }

    private static boolean silent(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    private List<Node> read() {
        List<Node> documents = new ArrayList<>();
        try {
            Composer composer = composer();
            while (composer.checkNode()) {
                left = limits.nodes();
                documents.add(convert(composer.getNode(), 0));
            }
        } catch (MarkedYAMLException e) {
            problems.error(at(e.getProblemMark()), problem(e), hint(e));
        } catch (ReaderException e) {
            problems.error(at(e.getPosition()), "the character " + name(e.getCodePoint()) + " may not stand here", "");
        } catch (YAMLException e) {
            boolean deep = firstLine(e.getMessage()).startsWith("Nesting Depth");
            problems.error(
                    file.whole(),
                    deep ? "nested deeper than " + limits.depth() + " levels" : problem(e.getMessage()),
                    "");
        } catch (TooLarge e) {
            problems.error(e.at, e.getMessage(), "Aliases count each time they are used.");
        }
        return documents;
    }

    private Composer composer() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(limits.aliases());
        options.setNestingDepthLimit(limits.depth());
        options.setCodePointLimit(limits.bytes());
        options.setAllowRecursiveKeys(false);
        StreamReader reader = new StreamReader(new StringReader(file.text()));
        return new Composer(new ParserImpl(reader, options), new ShortWords(), options);
    }

    private Node convert(org.yaml.snakeyaml.nodes.Node node, int depth) {
        Location at = at(node.getStartMark());
        if (--left < 0) {
            throw new TooLarge(at, "the document has more than " + limits.nodes() + " values");
        }
        if (depth > limits.depth()) {
            throw new TooLarge(at, "nested deeper than " + limits.depth() + " levels, or an alias inside its own anchor");
        }
        if (node instanceof ScalarNode scalar) {
            return new Node.Scalar(scalar.getValue(), type(scalar), at);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>(sequence.getValue().size());
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Node.Items(items, at);
        }
        return fields((MappingNode) node, at, depth);
    }

    /** Own keys first, then what {@code <<} brings, the earlier merge winning: yaml.org/type/merge.html. */
    private Node.Fields fields(MappingNode mapping, Location at, int depth) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        List<org.yaml.snakeyaml.nodes.Node> merges = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Location keyAt = at(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.error(keyAt, "a key that is no plain text", "Write a single word before the colon.");
                continue;
            }
            if (Tag.MERGE.equals(key.getTag())) {
                merges.add(tuple.getValueNode());
                continue;
            }
            Location before = keys.putIfAbsent(key.getValue(), keyAt);
            if (before != null) {
                problems.error(
                        keyAt,
                        "'" + key.getValue() + "' is written twice",
                        "The first is at " + before + "; remove one or give it another name.");
                continue;
            }
            values.put(key.getValue(), convert(tuple.getValueNode(), depth + 1));
        }
        merges.forEach(merge -> merge(merge, values, keys, depth));
        return new Node.Fields(values, keys, at);
    }

    private void merge(
            org.yaml.snakeyaml.nodes.Node from, Map<String, Node> values, Map<String, Location> keys, int depth) {
        if (from instanceof SequenceNode several) {
            several.getValue().forEach(one -> merge(one, values, keys, depth));
        } else if (from instanceof MappingNode && convert(from, depth + 1) instanceof Node.Fields merged) {
            merged.values().forEach(values::putIfAbsent);
            merged.keys().forEach(keys::putIfAbsent);
        } else {
            problems.error(at(from.getStartMark()), "'<<' merges something that is no mapping", "Write <<: *anchor.");
        }
    }

    private static Node.Type type(ScalarNode scalar) {
        if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
            return Node.Type.STRING;
        }
        Tag tag = scalar.getTag();
        if (Tag.INT.equals(tag)) {
            // 0o17, 1_000 and 190:20:30 are numbers to YAML 1.1 only; read them as text.
            return Numbers.isInteger(scalar.getValue()) ? Node.Type.INTEGER : Node.Type.STRING;
        }
        if (Tag.FLOAT.equals(tag)) {
            return Numbers.isDecimal(scalar.getValue()) ? Node.Type.NUMBER : Node.Type.STRING;
        }
        if (Tag.BOOL.equals(tag)) {
            return Node.Type.BOOLEAN;
        }
        return Tag.NULL.equals(tag) ? Node.Type.NULL : Node.Type.STRING;
    }

    private Location at(Mark mark) {
        return mark == null
                ? file.whole()
                : new Location(file.path(), mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String problem(MarkedYAMLException e) {
        return problem(e.getProblem() == null ? e.getMessage() : e.getProblem());
    }

    private static String problem(String what) {
        return "not readable as YAML: " + firstLine(what);
    }

    /** The place of a character, counted from 0 in code points. */
    private Location at(int position) {
        int line = 1;
        int column = 1;
        int[] characters = file.text().codePoints().limit(position).toArray();
        for (int character : characters) {
            column = character == '\n' ? 1 : column + 1;
            line = character == '\n' ? line + 1 : line;
        }
        return new Location(file.path(), line, column);
    }

    private static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    private static String firstLine(String message) {
        return message == null ? "unknown reason" : message.lines().findFirst().orElse("unknown reason");
    }

    private String hint(MarkedYAMLException e) {
        String what = firstLine(e.getProblem());
        if (what.contains("TAB")) {
            return "YAML is indented with spaces, never with tabs.";
        }
        if (what.startsWith("mapping values are not allowed")) {
            return "Put a value that holds a colon in quotes.";
        }
        Mark start = e.getContextMark();
        return start == null || e.getContext() == null ? "" : "It happened " + e.getContext() + " that starts at " + at(start) + ".";
    }

    /**
     * Tells at a glance most of what can only be text, before the expressions that recognise numbers, dates and booleans are tried:
     * a large file has tens of thousands of words, and these expressions are not made for long ones.
     */
    private static final class ShortWords extends Resolver {
        private static final int LONGEST = 64;
        private static final Set<String> MEANT = Set.of(
                "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF",
                "true", "True", "TRUE", "false", "False", "FALSE", "null", "Null", "NULL");

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            boolean text = kind == NodeId.scalar && implicit && isText(value);
            return text ? Tag.STR : super.resolve(kind, value, implicit);
        }

        private static boolean isText(String value) {
            if (value.isEmpty() || value.length() > LONGEST) {
                return !value.isEmpty();
            }
            char first = value.charAt(0);
            if (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z') {
                return !MEANT.contains(value);
            }
            // Every number that is read as one ends in a digit.
            char last = value.charAt(value.length() - 1);
            return first >= '0' && first <= '9' && (last < '0' || last > '9');
        }
    }

    private static final class TooLarge extends RuntimeException {
        private final transient Location at;

        TooLarge(Location at, String message) {
            super(message);
            this.at = at;
        }
    }
}
