package quorate.source;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * How far what begins at a place of a YAML or JSON file reaches: an entry of a mapping from its key, an item of a list from
 * its first letter. Read apart from the document, since only reports for code hosts need it.
 *
 * @param ends the place behind the last letter, by the place of the first
 */
public record Extents(Map<Location, Location> ends) {

    /** Nothing is known. */
    public static final Extents NONE = new Extents(Map.of());

    public Extents {
        ends = Map.copyOf(ends);
    }

    /** The extents in these files of the folder, as far as they can be read. */
    public static Extents of(Folder folder, Collection<String> files) {
        Map<Location, Location> ends = new HashMap<>();
        for (String path : files) {
            folder.read(path, Location.of(path), new Problems())
                    .filter(file -> List.of("yaml", "yml", "json").contains(file.extension()))
                    .ifPresent(file -> new Reading(file, ends).read(folder.limits()));
        }
        return new Extents(ends);
    }

    /** The place behind the last letter of what begins there. */
    public Optional<Location> end(Location begin) {
        return Optional.ofNullable(ends.get(begin));
    }

    private static final class Open {
        private final boolean mapping;
        private final Mark begin;
        private Mark key;

        Open(boolean mapping, Mark begin) {
            this.mapping = mapping;
            this.begin = begin;
        }
    }

    private static final class Reading {
        private final SourceFile file;
        private final List<String> lines;
        private final Map<Location, Location> ends;
        private final Deque<Open> open = new ArrayDeque<>();

        Reading(SourceFile file, Map<Location, Location> ends) {
            this.file = file;
            this.lines = file.text().lines().toList();
            this.ends = ends;
        }

        void read(Limits limits) {
            LoaderOptions options = new LoaderOptions();
            options.setNestingDepthLimit(limits.depth());
            options.setCodePointLimit(limits.bytes());
            try {
                ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(file.text())), options);
                while (!parser.checkEvent(Event.ID.StreamEnd)) {
                    take(parser.getEvent());
                }
            } catch (YAMLException e) {
                open.clear(); // the reader of the document tells what is wrong
            }
        }

        private void take(Event event) {
            if (event instanceof DocumentStartEvent) {
                open.clear();
            } else if (event instanceof CollectionStartEvent) {
                open.push(new Open(event instanceof MappingStartEvent, event.getStartMark()));
            } else if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
                ended(open.pop().begin, event.getEndMark());
            } else if (event instanceof NodeEvent) {
                ended(event.getStartMark(), event.getEndMark());
            }
        }

        /** A list's item and its first field begin at one place; the item ends later, and stays. */
        private void ended(Mark begin, Mark end) {
            Open around = open.peek();
            if (around != null && around.mapping && around.key == null) {
                around.key = begin;
                return;
            }
            boolean value = around != null && around.mapping;
            ends.put(at(value ? around.key : begin), last(end));
            if (value) {
                around.key = null;
            }
        }

        private Location at(Mark mark) {
            return new Location(file.path(), mark.getLine() + 1, mark.getColumn() + 1);
        }

        /** A block ends for the parser where the next begins; what is blank or comment in between does not belong to it. */
        private Location last(Mark end) {
            int line = Math.min(end.getLine(), lines.size() - 1);
            boolean inside = line == end.getLine() && !cut(lines.get(line), end.getColumn()).isBlank();
            if (inside) {
                return new Location(file.path(), line + 1, end.getColumn() + 1);
            }
            line = Math.min(line, end.getLine() - 1);
            while (line > 0 && (lines.get(line).isBlank() || lines.get(line).strip().startsWith("#"))) {
                line--;
            }
            String text = lines.get(Math.max(0, line)).stripTrailing();
            return new Location(file.path(), Math.max(0, line) + 1, text.codePointCount(0, text.length()) + 1);
        }

        private static String cut(String line, int column) {
            return line.codePointCount(0, line.length()) <= column ? line : line.substring(0, line.offsetByCodePoints(0, column));
        }
    }
}
