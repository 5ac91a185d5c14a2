package quorate.site.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sequenceDiagram}: participants from left to right, messages from top to bottom. */
final class Sequence {

    private static final Pattern PARTICIPANT = Pattern.compile("(?:participant|actor)\\s+(\\w+)(?:\\s+as\\s+(.+))?");
    private static final Pattern MESSAGE =
            Pattern.compile("(\\w+)\\s*(-->>|->>|--x|-x|-->|->|--\\)|-\\))\\s*[+-]?(\\w+)\\s*:\\s*(.*)");
    private static final Pattern NOTE =
            Pattern.compile("Note\\s+(over|left of|right of)\\s+(\\w+)(?:\\s*,\\s*(\\w+))?\\s*:\\s*(.*)");

    /** One line of the diagram: a message, or a note where the arrow is empty. */
    private record Line(String from, String to, String arrow, List<String> text) {
        boolean note() {
            return arrow.isEmpty();
        }

        double height() {
            return note() ? 22 + 16.0 * text.size() : 20 + 16.0 * text.size() + (from.equals(to) ? 12 : 0);
        }
    }

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Double> centres = new LinkedHashMap<>();
    private double width;

    private Sequence() {}

    static Optional<Sequence> parse(List<String> source) {
        Sequence sequence = new Sequence();
        for (String line : source) {
            if (!line.equals("autonumber") && !sequence.line(line)) {
                return Optional.empty();
            }
        }
        return sequence.names.isEmpty() ? Optional.empty() : Optional.of(sequence);
    }

    private boolean line(String line) {
        Matcher participant = PARTICIPANT.matcher(line);
        if (participant.matches()) {
            String name = participant.group(2) == null ? participant.group(1) : participant.group(2);
            names.put(participant.group(1), Letters.wrap(name, 16));
            return true;
        }
        Matcher message = MESSAGE.matcher(line);
        if (message.matches()) {
            known(message.group(1));
            known(message.group(3));
            lines.add(new Line(
                    message.group(1), message.group(3), message.group(2), Letters.wrap(message.group(4), 26)));
            return true;
        }
        Matcher note = NOTE.matcher(line);
        if (note.matches()) {
            known(note.group(2));
            String to = note.group(3) == null ? note.group(2) : note.group(3);
            known(to);
            lines.add(new Line(note.group(2), to, "", Letters.wrap(note.group(4), 30)));
            return true;
        }
        return false;
    }

    private void known(String id) {
        names.putIfAbsent(id, List.of(id));
    }

    String draw(String id, String title) {
        spread();
        double top = 16 + 17.0 * names.values().stream().mapToInt(List::size).max().orElse(1);
        double height = top + 26 + lines.stream().mapToDouble(Line::height).sum();
        Svg svg = Svg.open(id, width, height, title, describe());
        names.forEach((name, text) -> head(svg, centres.get(name), text, top, height));
        double y = top + 14;
        for (Line line : lines) {
            if (line.note()) {
                note(svg, line, y);
            } else {
                message(svg, line, y);
            }
            y += line.height();
        }
        return svg.close();
    }

    /** Neighbours stand as far apart as the longest text between them needs; longer spans share their width. */
    private void spread() {
        List<String> order = List.copyOf(names.keySet());
        double[] gaps = new double[order.size()];
        for (int i = 0; i < order.size(); i++) {
            double half = headWidth(order.get(i)) / 2;
            gaps[i] = i == 0 ? half + 2 : headWidth(order.get(i - 1)) / 2 + half + 18;
        }
        double right = headWidth(order.get(order.size() - 1)) / 2 + 2;
        for (Line line : lines) {
            int a = Math.min(order.indexOf(line.from()), order.indexOf(line.to()));
            int b = Math.max(order.indexOf(line.from()), order.indexOf(line.to()));
            double need = line.text().stream().mapToDouble(Letters::small).max().orElse(0) + 28;
            if (a == b) {
                double side = line.note() ? need / 2 : need + 26;
                if (line.note()) {
                    gaps[a] = Math.max(gaps[a], a == 0 ? side + 4 : side + 12);
                }
                if (a + 1 < order.size()) {
                    gaps[a + 1] = Math.max(gaps[a + 1], side + 12);
                } else {
                    right = Math.max(right, side + 4);
                }
            } else if (!line.note()) {
                for (int i = a + 1; i <= b; i++) {
                    gaps[i] = Math.max(gaps[i], need / (b - a));
                }
            } else {
                for (int i = a + 1; i <= b; i++) {
                    gaps[i] = Math.max(gaps[i], (need - 60) / (b - a));
                }
            }
        }
        double x = 0;
        for (int i = 0; i < order.size(); i++) {
            x += gaps[i];
            centres.put(order.get(i), Math.rint(x));
        }
        width = Math.ceil(x + right);
    }

    private double headWidth(String id) {
        return Math.max(64, names.get(id).stream().mapToDouble(Letters::width).max().orElse(0) + 24);
    }

    private static void head(Svg svg, double x, List<String> text, double bottom, double height) {
        double half = Math.max(64, text.stream().mapToDouble(Letters::width).max().orElse(0) + 24) / 2;
        svg.path("life", "M" + Svg.n(x) + " " + Svg.n(bottom) + "V" + Svg.n(height - 2));
        svg.group("node service", "").rect("shape", x - half, 1, half * 2, bottom - 1, 4);
        for (int i = 0; i < text.size(); i++) {
            svg.text("name", x, bottom / 2 + 5 - 8.5 * (text.size() - 1) + 17 * i, text.get(i));
        }
        svg.endGroup();
    }

    private void note(Svg svg, Line line, double y) {
        double a = centres.get(line.from());
        double b = centres.get(line.to());
        double middle = (a + b) / 2;
        double text = line.text().stream().mapToDouble(Letters::small).max().orElse(0) + 20;
        double span = Math.max(text, Math.abs(a - b) + 40);
        double half = Math.min(span / 2, Math.min(middle - 1, width - 1 - middle));
        svg.rect("note", middle - half, y, half * 2, 12 + 16.0 * line.text().size(), 4);
        for (int i = 0; i < line.text().size(); i++) {
            svg.text("name small", middle, y + 18 + 16.0 * i, line.text().get(i));
        }
    }

    private void message(Svg svg, Line line, double y) {
        double from = centres.get(line.from());
        double to = centres.get(line.to());
        double at = y + 6 + 16.0 * line.text().size();
        boolean self = line.from().equals(line.to());
        boolean lost = line.arrow().endsWith("x");
        svg.group("edge" + (line.arrow().startsWith("--") ? " async" : "") + (lost ? " lost" : ""), "");
        for (int i = 0; i < line.text().size(); i++) {
            String look = self ? "name small left" : "name small";
            svg.text(look, self ? from + 10 : (from + to) / 2, y + 12 + 16.0 * i, line.text().get(i));
        }
        if (self) {
            svg.arrow("line", List.of(p(from, at), p(from + 26, at), p(from + 26, at + 10), p(from, at + 10)));
        } else if (lost) {
            double stop = to + (from < to ? -22 : 22);
            svg.path("line", "M" + Svg.n(from) + " " + Svg.n(at) + "H" + Svg.n(stop));
            svg.path("cross", "M" + Svg.n(stop - 5) + " " + Svg.n(at - 5) + "l10 10m0 -10l-10 10");
        } else {
            svg.arrow("line", List.of(p(from, at), p(to, at)));
        }
        svg.endGroup();
    }

    private static Drawing.Point p(double x, double y) {
        return new Drawing.Point(x, y);
    }

    private String describe() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String words = String.join(" ", line.text());
            if (line.note()) {
                text.append("Note: ").append(words).append(". ");
            } else {
                text.append(String.join(" ", names.get(line.from()))).append(" to ")
                        .append(String.join(" ", names.get(line.to())))
                        .append(line.arrow().endsWith("x") ? ", lost: " : ": ").append(words).append(". ");
            }
        }
        return text.toString().strip();
    }
}
