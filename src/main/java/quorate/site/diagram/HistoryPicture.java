package quorate.site.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations of clients over time: a lane for each client, a bar for each operation, a frame around each transaction. */
public final class HistoryPicture {

    private static final double LEFT = 40;
    private static final double LANE = 66;
    private static final double BAR = 42;
    private static final double TOP = 22;

    /**
     * One operation; begin and end are steps, not seconds.
     *
     * @param group transaction that it is part of, or empty
     * @param answer what it got, or empty
     * @param wrong whether the answer is the one that cannot be
     * @param title the operation in full, for the tip and for screen readers
     */
    public record Bar(String lane, String group, int from, int to, String text, String answer, boolean wrong, String title) {}

    private final List<Bar> bars;
    private final List<String> lanes;
    private final double unit;

    private HistoryPicture(List<Bar> bars) {
        this.bars = bars;
        this.lanes = bars.stream().map(Bar::lane).distinct().sorted().toList();
        this.unit = bars.stream()
                .mapToDouble(bar -> (Math.max(Letters.small(bar.text()), Letters.small(answer(bar)))
                        + 22) / (bar.to() - bar.from()))
                .max()
                .orElse(40);
    }

    /** Draws the history; the id is unique in the page. */
    public static String draw(List<Bar> bars, String id, String title, String description) {
        return new HistoryPicture(bars).picture(id, title, description);
    }

    private String picture(String id, String title, String description) {
        double steps = bars.stream().mapToInt(Bar::to).max().orElse(1);
        double width = LEFT + steps * unit + 12;
        double height = TOP + lanes.size() * LANE + 22;
        Svg svg = Svg.open(id, width, height, title, description);
        for (int i = 0; i < lanes.size(); i++) {
            double middle = y(i) + BAR / 2;
            svg.text("name left", 6, middle + 5, lanes.get(i))
                    .path("life", "M" + Svg.n(LEFT - 8) + " " + Svg.n(middle) + "H" + Svg.n(width - 8));
        }
        frames().forEach(frame -> frame(svg, frame));
        bars.forEach(bar -> bar(svg, bar));
        double base = height - 12;
        svg.arrow("line", List.of(new Drawing.Point(LEFT, base), new Drawing.Point(width - 52, base)));
        svg.text("name small left", width - 46, base + 4, "time");
        return svg.close();
    }

    private double x(int step) {
        return LEFT + step * unit;
    }

    private static double y(int lane) {
        return TOP + lane * LANE;
    }

    /** The bars of each transaction of each lane. */
    private List<List<Bar>> frames() {
        Map<String, List<Bar>> frames = new LinkedHashMap<>();
        bars.stream()
                .filter(bar -> !bar.group().isEmpty())
                .forEach(bar -> frames.computeIfAbsent(bar.lane() + " " + bar.group(), k -> new ArrayList<>()).add(bar));
        return List.copyOf(frames.values());
    }

    private void frame(Svg svg, List<Bar> of) {
        int from = of.stream().mapToInt(Bar::from).min().orElse(0);
        int to = of.stream().mapToInt(Bar::to).max().orElse(1);
        double top = y(lanes.indexOf(of.get(0).lane()));
        svg.rect("zone", x(from) + 1, top - 5, x(to) - x(from) - 2, BAR + 10, 8)
                .text("zone-name", x(from) + 4, top - 9, of.get(0).group());
    }

    private void bar(Svg svg, Bar bar) {
        double top = y(lanes.indexOf(bar.lane()));
        double middle = (x(bar.from()) + x(bar.to())) / 2;
        boolean answered = !bar.answer().isEmpty();
        svg.group("op" + (bar.wrong() ? " wrong" : ""), bar.title())
                .rect("shape", x(bar.from()) + 4, top, x(bar.to()) - x(bar.from()) - 8, BAR, 5)
                .text("name small", middle, top + (answered ? 18 : 26), bar.text());
        if (answered) {
            svg.text("name small got", middle, top + 34, answer(bar));
        }
        svg.endGroup();
    }

    private static String answer(Bar bar) {
        return bar.answer().isEmpty() ? "" : "\u2192 " + bar.answer() + (bar.wrong() ? " \u2717" : "");
    }
}
