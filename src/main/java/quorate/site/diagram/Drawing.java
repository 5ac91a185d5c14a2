package quorate.site.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places of the nodes, groups and edges of a graph, each in the order of the graph. */
public record Drawing(double width, double height, List<Box> nodes, List<Box> groups, List<Route> routes) {

    public Drawing {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
        routes = List.copyOf(routes);
    }

    /** A rectangle. */
    public record Box(double x, double y, double width, double height) {}

    /** A corner of a line. */
    public record Point(double x, double y) {}

    /** The corners of an edge, and the place of its label; a label without width is none. */
    public record Route(List<Point> points, Box label) {
        public Route {
            points = List.copyOf(points);
        }
    }

    /** One line for each part, numbers with at most one decimal. */
    String text() {
        StringBuilder text = new StringBuilder("size " + round(width) + " " + round(height) + "\n");
        nodes.forEach(box -> text.append("node ").append(of(box)).append('\n'));
        groups.forEach(box -> text.append("group ").append(of(box)).append('\n'));
        for (Route route : routes) {
            text.append("edge ").append(of(route.label()));
            route.points().forEach(p -> text.append(' ').append(round(p.x())).append(' ').append(round(p.y())));
            text.append('\n');
        }
        return text.toString();
    }

    /** Reads what {@link #text} wrote; nothing if it is damaged. */
    static Optional<Drawing> read(String text) {
        try {
            List<Box> nodes = new ArrayList<>();
            List<Box> groups = new ArrayList<>();
            List<Route> routes = new ArrayList<>();
            double[] size = {0, 0};
            for (String line : text.split("\n")) {
                double[] n = numbers(line);
                switch (line.substring(0, line.indexOf(' '))) {
                    case "size" -> size = n;
                    case "node" -> nodes.add(new Box(n[0], n[1], n[2], n[3]));
                    case "group" -> groups.add(new Box(n[0], n[1], n[2], n[3]));
                    default -> routes.add(route(n));
                }
            }
            return Optional.of(new Drawing(size[0], size[1], nodes, groups, routes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Route route(double[] n) {
        List<Point> points = new ArrayList<>();
        for (int i = 4; i + 1 < n.length; i += 2) {
            points.add(new Point(n[i], n[i + 1]));
        }
        return new Route(points, new Box(n[0], n[1], n[2], n[3]));
    }

    private static double[] numbers(String line) {
        String[] words = line.split(" ");
        double[] numbers = new double[words.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(words[i + 1]);
        }
        return numbers;
    }

    private static String of(Box box) {
        return round(box.x()) + " " + round(box.y()) + " " + round(box.width()) + " " + round(box.height());
    }

    /** A coordinate as text: at most one decimal, none if it is whole. */
    static String round(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
