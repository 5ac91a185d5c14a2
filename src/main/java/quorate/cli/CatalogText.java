package quorate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import quorate.catalog.AntiPattern;
import quorate.catalog.Catalog;
import quorate.catalog.Comparison;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.ConsistencyOrder;
import quorate.catalog.History;
import quorate.catalog.LearningPath;

/** Those parts of the catalog that are data, as text for a terminal. */
final class CatalogText {

    private CatalogText() {}

    static void print(Comparison comparison, Catalog catalog, PrintWriter out) {
        out.println();
        out.println(comparison.answer());
        for (Comparison.Axis axis : comparison.axes()) {
            out.println();
            out.println(axis.name() + ":");
            for (Comparison.Member member : comparison.members()) {
                List<String> texts = comparison.stated(axis, member, catalog).texts();
                out.println("  " + member.id() + ": " + (texts.isEmpty() ? "not stated" : String.join(" / ", texts)));
            }
        }
    }

    static void print(LearningPath path, PrintWriter out) {
        out.println("For: " + path.forWhom());
        for (LearningPath.Step step : path.steps()) {
            out.println();
            out.println(step.read());
            out.println("  " + step.why());
            out.println("  Look for: " + step.lookFor());
        }
        path.exercises().forEach(e -> {
            out.println();
            out.println("Exercise, " + e.project() + ", " + e.page() + ":");
            out.println("  " + e.task());
        });
    }

    static void print(ConsistencyModel model, ConsistencyOrder order, PrintWriter out) {
        out.println(model.name() + "  (consistency model " + model.id() + ")");
        out.println();
        out.println(model.definition());
        out.println("Under partition: " + model.availability());
        out.println("Implies: " + names(order, model, true));
        out.println("Implied by: " + names(order, model, false));
        if (!model.forbidden().operations().isEmpty()) {
            out.println();
            out.println("A history that it forbids:");
            model.forbidden().operations().forEach(o -> out.println("  " + line(o)));
            out.println("  " + model.forbidden().why());
        }
        out.println();
        out.println("Ruled out: " + anomalies(model, order, true));
        out.println("Possible: " + anomalies(model, order, false));
    }

    private static String line(History.Operation o) {
        return (o.at() + 1) + (o.until() > o.at() + 1 ? "-" + o.until() : "") + "  " + o.client()
                + (o.transaction().isEmpty() ? "" : " " + o.transaction()) + ": " + o.does()
                + (o.gets().isEmpty() ? "" : " -> " + o.gets()) + (o.impossible() ? "  (cannot be)" : "");
    }

    private static String names(ConsistencyOrder order, ConsistencyModel model, boolean weaker) {
        String names = order.models().keySet().stream()
                .filter(id -> !id.equals(model.id()))
                .filter(id -> weaker ? order.implies(model.id(), id) : order.implies(id, model.id()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no other model" : names;
    }

    /** A model of single operations says nothing about transactions, so their anomalies are not listed for it. */
    private static String anomalies(ConsistencyModel model, ConsistencyOrder order, boolean forbidden) {
        String names = order.anomalies().values().stream()
                .filter(a -> model.scope().equals("transaction") || a.scope().equals("object"))
                .filter(a -> order.forbids(model.id(), a) == forbidden)
                .map(a -> a.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none of the named anomalies" : names;
    }

    /** All that the entry says beside its problem and its prose. */
    static void print(AntiPattern anti, PrintWriter out) {
        out.println();
        out.println("Why it is tempting: " + anti.tempting());
        list("How it harms:", anti.harm(), out);
        list("How it shows:", anti.symptoms(), out);
        out.println("Seen by: " + (anti.rules().isEmpty() ? "no rule" : String.join(", ", anti.rules())));
        if (!anti.unseen().isEmpty()) {
            out.println("What no rule sees: " + anti.unseen());
        }
        list("The way out:", anti.wayOut().stream()
                .map(s -> s.text() + (s.patterns().isEmpty() ? "" : " [" + String.join(", ", s.patterns()) + "]"))
                .toList(), out);
        list("When it is acceptable:", anti.acceptable(), out);
    }

    private static void list(String title, List<String> lines, PrintWriter out) {
        out.println(title);
        lines.forEach(line -> out.println("  - " + line));
    }
}
