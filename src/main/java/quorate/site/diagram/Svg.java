package quorate.site.diagram;

import java.util.List;
import quorate.site.page.Mark;

/** Markup of SVG, escaped. Colours and fonts are classes of the style sheet, so that pictures follow the theme. */
final class Svg {

    private final StringBuilder out = new StringBuilder();
    private final String id;

    private Svg(String id) {
        this.id = id;
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < ' ' ? ' ' : c);
            }
        }
        return safe.toString();
    }

    /** Opens the picture with its name and description. */
    static Svg open(String id, double width, double height, String title, String description) {
        Svg svg = new Svg(id);
        svg.out.append("<svg class=\"picture\" id=\"").append(escape(id)).append("\" viewBox=\"0 0 ")
                .append(n(width)).append(' ').append(n(height)).append("\" width=\"").append(n(width))
                .append("\" height=\"").append(n(height)).append("\" role=\"group\" aria-labelledby=\"")
                .append(escape(id)).append("-t ").append(escape(id)).append("-d\"><title id=\"").append(escape(id))
                .append("-t\">").append(escape(title)).append("</title><desc id=\"").append(escape(id)).append("-d\">")
                .append(escape(description)).append("</desc>");
        return svg;
    }

    String close() {
        return out.append("</svg>").toString();
    }

    static String n(double value) {
        return Drawing.round(value);
    }

    Svg rect(String look, double x, double y, double width, double height, double radius) {
        out.append("<rect class=\"").append(look).append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y))
                .append("\" width=\"").append(n(width)).append("\" height=\"").append(n(height)).append('"');
        if (radius > 0) {
            out.append(" rx=\"").append(n(radius)).append('"');
        }
        out.append("/>");
        return this;
    }

    Svg path(String look, String form) {
        out.append("<path class=\"").append(look).append("\" d=\"").append(form).append("\"/>");
        return this;
    }

    Svg circle(String look, double x, double y, double radius) {
        out.append("<circle class=\"").append(look).append("\" cx=\"").append(n(x)).append("\" cy=\"").append(n(y))
                .append("\" r=\"").append(n(radius)).append("\"/>");
        return this;
    }

    /** Text whose middle is at x, or whose beginning if the look says so. */
    Svg text(String look, double x, double y, String text) {
        out.append("<text class=\"").append(look).append("\" x=\"").append(n(x)).append("\" y=\"").append(n(y))
                .append("\">").append(escape(text)).append("</text>");
        return this;
    }

    Svg group(String look, String title) {
        out.append("<g class=\"").append(look).append("\">");
        return titled(title);
    }

    Svg endGroup() {
        out.append("</g>");
        return this;
    }

    /** A link, or a plain group where there is nowhere to go. */
    Svg link(String look, String href, String title) {
        if (href.isEmpty()) {
            return group(look, title);
        }
        out.append("<a class=\"").append(look).append("\" href=\"").append(escape(href)).append("\">");
        return titled(title);
    }

    Svg endLink(String href) {
        out.append(href.isEmpty() ? "</g>" : "</a>");
        return this;
    }

    private Svg titled(String title) {
        if (!title.isEmpty()) {
            out.append("<title>").append(escape(title)).append("</title>");
        }
        return this;
    }

    /** The head of plain arrows, drawn once for all of them. */
    Svg arrowHead() {
        out.append("<marker id=\"").append(escape(id)).append("-h\" class=\"tip\" markerUnits=\"userSpaceOnUse\" markerWidth=\"9\" markerHeight=\"8\"")
                .append(" refX=\"3\" refY=\"4\" orient=\"auto\">");
        path("head", "M0 0L9 4L0 8Z").out.append("</marker>");
        return this;
    }

    /** A line that ends in the head of plain arrows. */
    Svg plainArrow(String look, List<Drawing.Point> points) {
        if (points.size() < 2) {
            return this;
        }
        out.append("<path class=\"").append(look).append("\" d=\"").append(line(points)).append("\" marker-end=\"url(#").append(escape(id))
                .append("-h)\"/>");
        return this;
    }

    /** A line with an arrow at its end. */
    Svg arrow(String look, List<Drawing.Point> points) {
        if (points.size() < 2) {
            return this;
        }
        path(look, line(points));
        Drawing.Point end = points.get(points.size() - 1);
        Drawing.Point way = way(points);
        double ux = way.x();
        double uy = way.y();
        String head = "M" + n(end.x()) + " " + n(end.y()) + "L" + n(end.x() - 9 * ux - 4 * uy) + " "
                + n(end.y() - 9 * uy + 4 * ux) + "L" + n(end.x() - 9 * ux + 4 * uy) + " " + n(end.y() - 9 * uy - 4 * ux) + "Z";
        return path("head", head);
    }

    /** In which direction a line ends, as a vector of length one. */
    private static Drawing.Point way(List<Drawing.Point> points) {
        Drawing.Point end = points.get(points.size() - 1);
        Drawing.Point before = points.get(points.size() - 2);
        double length = length(points);
        return new Drawing.Point((end.x() - before.x()) / length, (end.y() - before.y()) / length);
    }

    private static double length(List<Drawing.Point> points) {
        Drawing.Point end = points.get(points.size() - 1);
        Drawing.Point before = points.get(points.size() - 2);
        return Math.max(0.1, Math.hypot(end.x() - before.x(), end.y() - before.y()));
    }

    /** The form of a line that leaves room for a head. */
    private static String line(List<Drawing.Point> points) {
        Drawing.Point way = way(points);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            double back = i == points.size() - 1 ? Math.min(6, length(points)) : 0;
            line.append(i == 0 ? "M" : "L").append(n(points.get(i).x() - way.x() * back)).append(' ')
                    .append(n(points.get(i).y() - way.y() * back));
        }
        return line.toString();
    }

    /** Shape and word of a mark, centred at x. */
    Svg mark(Mark mark, double x, double y) {
        double width = Letters.small(mark.word()) + 14;
        double left = x - width / 2;
        return group("k " + mark.look(), "")
                .path("k-shape", shape(mark.look(), left + 5, y - 4))
                .text("k-word", left + 13, y, mark.word())
                .endGroup();
    }

    private static String shape(String look, double x, double y) {
        return switch (look) {
            case "critical" -> poly(x, y, -2, -5, 2, -5, 5, -2, 5, 2, 2, 5, -2, 5, -5, 2, -5, -2);
            case "high" -> poly(x, y, 0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0);
            case "medium" -> poly(x, y, 0, -5, 5.5, 4.5, -5.5, 4.5);
            case "ok" -> poly(x, y, -5, 0, -3, -2, -1, 0.5, 4, -5, 5.5, -3.5, -1, 4);
            default -> "M" + n(x - 4.5) + " " + n(y) + "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z";
        };
    }

    private static String poly(double x, double y, double... offsets) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < offsets.length; i += 2) {
            path.append(i == 0 ? "M" : "L").append(n(x + offsets[i])).append(' ').append(n(y + offsets[i + 1]));
        }
        return path.append('Z').toString();
    }
}
