package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.Anomaly;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.consistency.Exposure;
import quorate.derive.consistency.ReadPath;
import quorate.derive.consistency.Verdict;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.site.page.EvidenceView;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Where the data domains of a project stand: what readers need, what they get, by which way, and what may be seen. */
final class DomainTables {

    /** Id of the table of anomalies. */
    static final String ANOMALIES = "anomalies";

    private static final Mark NOT_KNOWN = new Mark("unknown", "not known");

    private final ProjectScope scope;

    DomainTables(ProjectScope scope) {
        this.scope = scope;
    }

    List<Table> tables(Here here) {
        return List.of(positions(here), reads(here), anomalies(here));
    }

    private List<DomainPosition> all() {
        return scope.review().input().derived().positions();
    }

    private Table positions(Here here) {
        Rows rows = Rows.of("positions", "Where each data domain stands", "Data domain", "Class*", "Under partition", "Readers need",
                "Readers get", "Verdict*", "Oldest answer", "Not stated");
        for (DomainPosition position : all()) {
            rows.row(
                    "data-" + Slug.of(position.domain().id()),
                    Table.Cell.of(position.domain().title()),
                    Table.Cell.of(Marks.cap(position.cap()), position.cap()).why(why(here, position.why())),
                    position.underPartition().map(p -> Table.Cell.of(Phrases.words(Words.written(p)))).orElse(Table.Cell.of(Marks.UNKNOWN, "~")),
                    needs(here, position),
                    position.offered().map(m -> Table.Cell.of(model(here, m))).orElse(Table.Cell.of(NOT_KNOWN, "~"))
                            .why(position.paths().stream().map(path -> scope.evidence(here, path.why())).toList()),
                    verdict(here, position),
                    Table.Cell.of(oldest(position)),
                    Table.Cell.of(paths(missing(position))));
        }
        return rows.table();
    }

    private Table.Cell needs(Here here, DomainPosition position) {
        List<PageLink> needs = position.verdicts().stream()
                .map(Verdict::requirement)
                .map(need -> need.atMost().isPresent() || need.model().isEmpty() ? PageLink.plain(need.model().isEmpty() ? position.required().or("") : need.words()) : model(here, need.model()))
                .distinct()
                .toList();
        return needs.isEmpty() ? Table.Cell.of(Marks.UNKNOWN, "~") : Table.Cell.of(needs);
    }

    private Table.Cell verdict(Here here, DomainPosition position) {
        return position.verdict()
                .map(worst -> Table.Cell.of(mark(worst.answer()), "" + worst.answer().ordinal())
                        .why(position.verdicts().stream().map(v -> scope.evidence(here, v.why())).toList()))
                .orElse(Table.Cell.of("no need stated"));
    }

    static Mark mark(Verdict.Answer answer) {
        return answer == Verdict.Answer.UNKNOWN ? NOT_KNOWN : Marks.answer(answer.word());
    }

    private static String oldest(DomainPosition position) {
        boolean bounded = !position.paths().isEmpty() && position.paths().stream().allMatch(path -> path.staleness().isPresent());
        return bounded
                ? position.paths().stream().map(path -> path.staleness().get()).max(Comparator.naturalOrder())
                        .map(ValueType.Span::text).orElse("")
                : "not known";
    }

    private static Set<Missing> missing(DomainPosition position) {
        Set<Missing> missing = new TreeSet<>(position.missing());
        position.verdicts().forEach(verdict -> missing.addAll(verdict.deciding()));
        return missing;
    }

    private Table reads(Here here) {
        Rows rows = Rows.of("reads", "Ways by which readers get each data domain; together they give the meet of what each gives",
                "Data domain", "By way of", "Gives", "Age of an answer", "Verdict*", "Tolerated", "Isolation", "Not stated");
        for (DomainPosition position : all()) {
            for (ReadPath path : position.paths()) {
                rows.row(
                        "reads-" + Slug.of(position.domain().id()),
                        Table.Cell.of(position.domain().title()),
                        Table.Cell.of(path.name()),
                        gives(here, path),
                        path.staleness().map(s -> Table.Cell.of(s.isZero() ? "0s" : "at most " + ValueType.Span.text(s)))
                                .orElse(Table.Cell.of(NOT_KNOWN, "~")).noted(path.lag()),
                        verdict(here, path),
                        scope.fact(position.domain(), Keys.STALENESS_TOLERATED),
                        isolation(here, position, path),
                        Table.Cell.of(paths(path.deciding())));
            }
        }
        return rows.table();
    }

    private Table.Cell gives(Here here, ReadPath path) {
        List<PageLink> models = new ArrayList<>();
        path.model().ifPresent(m -> models.add(model(here, m)));
        var order = scope.edition().input().catalog().consistency();
        path.besides().stream()
                .filter(m -> path.model().filter(first -> order.implies(first, m)).isEmpty())
                .forEach(m -> models.add(model(here, m)));
        Table.Cell cell = models.isEmpty() ? Table.Cell.of(NOT_KNOWN, "~") : Table.Cell.of(models);
        return cell.why(why(here, path.why()));
    }

    private Table.Cell verdict(Here here, ReadPath path) {
        return path.verdicts().stream().max(Comparator.comparing(Verdict::answer))
                .map(worst -> Table.Cell.of(mark(worst.answer()), "" + worst.answer().ordinal())
                        .why(path.verdicts().stream().map(v -> scope.evidence(here, v.why())).toList()))
                .orElse(Table.Cell.of("no need stated"));
    }

    private Table.Cell isolation(Here here, DomainPosition position, ReadPath path) {
        if (!path.authority()) {
            return Table.Cell.of("runs no transactions");
        }
        return position.isolation().map(m -> Table.Cell.of(model(here, m))).orElse(Table.Cell.of(NOT_KNOWN, "~"));
    }

    /**
     * What may be seen, each with an example; what harms no stated need stands together where way and open facts are the same,
     * and so does what is ruled out.
     */
    private Table anomalies(Here here) {
        Rows rows = Rows.of(ANOMALIES, "Which anomalies are possible in each data domain, with what happens here", "Data domain",
                "Anomaly", "Answer*", "Example", "Although readers need", "By way of", "Not stated");
        for (DomainPosition position : all()) {
            List<Exposure> open = new ArrayList<>(position.anomalies());
            open.removeIf(one -> one.answer() == Exposure.Answer.RULED_OUT);
            open.sort(Comparator.comparing(Exposure::answer).reversed());
            open.stream().filter(one -> !one.unwanted().isEmpty()).forEach(one -> exposed(here, rows, position, List.of(one)));
            Map<Alike, List<Exposure>> together = new LinkedHashMap<>();
            open.stream().filter(one -> one.unwanted().isEmpty())
                    .forEach(one -> together.computeIfAbsent(Alike.of(one), alike -> new ArrayList<>()).add(one));
            together.values().forEach(some -> exposed(here, rows, position, some));
            ruledOut(here, rows, position);
        }
        return rows.table();
    }

    /** What stands in one row where it harms no stated need. */
    private record Alike(Exposure.Answer answer, List<String> ways, Set<Missing> deciding) {
        static Alike of(Exposure one) {
            return new Alike(one.answer(), one.ways(), one.deciding());
        }
    }

    private void exposed(Here here, Rows rows, DomainPosition position, List<Exposure> some) {
        Exposure first = some.get(0);
        boolean possible = first.answer() == Exposure.Answer.POSSIBLE;
        Mark mark = possible ? new Mark(first.unwanted().isEmpty() ? "info" : "high", "possible") : NOT_KNOWN;
        List<EvidenceView> why = new ArrayList<>(why(here, first.why()));
        some.stream().skip(1).forEach(one ->
                why.add(scope.evidence(here, Evidence.derived(anomaly(one).name() + ": " + one.example()))));
        List<PageLink> needs = first.unwanted().stream().map(need -> model(here, need)).toList();
        rows.row(
                "anomaly-" + Slug.of(position.domain().id()) + "-" + Slug.of(first.anomaly()),
                Table.Cell.of(position.domain().title()),
                Table.Cell.of(names(here, some)),
                Table.Cell.of(mark, first.answer().word()).why(why),
                Table.Cell.of(first.example()).noted(some.size() > 1
                        ? "That is " + anomaly(first).name() + "; the examples of the others are folded." : ""),
                needs.isEmpty() ? Table.Cell.of("no need stated") : Table.Cell.of(needs),
                Table.Cell.of(String.join(", ", some.stream().flatMap(one -> one.ways().stream()).distinct().toList())),
                Table.Cell.of(!possible && first.deciding().isEmpty() ? "how the store is set up" : paths(first.deciding())));
    }

    private void ruledOut(Here here, Rows rows, DomainPosition position) {
        List<Exposure> some = position.anomalies().stream().filter(one -> one.answer() == Exposure.Answer.RULED_OUT).toList();
        if (some.isEmpty()) {
            return;
        }
        List<EvidenceView> why = some.stream()
                .map(one -> scope.evidence(here, Evidence.derived(anomaly(one).name() + ": "
                        + String.join("; ", one.why().because().stream().map(Evidence::claim).distinct().toList()))))
                .toList();
        rows.row(
                "ruled-out-" + Slug.of(position.domain().id()),
                Table.Cell.of(position.domain().title()),
                Table.Cell.of(names(here, some)),
                Table.Cell.of(new Mark("ok", "ruled out"), "ruled out").why(why),
                Table.Cell.of("cannot happen"),
                Table.Cell.of("none of these is lost"),
                Table.Cell.of("all ways"),
                Table.Cell.of("nothing"));
    }

    private List<PageLink> names(Here here, List<Exposure> some) {
        return some.stream().map(one -> here.link(anomaly(one).name(), "anomaly", one.anomaly())).toList();
    }

    private Anomaly anomaly(Exposure exposure) {
        return scope.edition().input().catalog().consistency().anomalies().get(exposure.anomaly());
    }

    private List<EvidenceView> why(Here here, Evidence evidence) {
        return List.of(scope.evidence(here, evidence));
    }

    private static String paths(Set<Missing> missing) {
        return missing.isEmpty() ? "nothing" : String.join(", ", missing.stream().map(Missing::path).sorted().toList());
    }

    private PageLink model(Here here, String id) {
        return scope.edition().input().catalog().consistency().find(id)
                .map(m -> here.link(m.name(), "model", m.id()))
                .orElse(PageLink.plain(id));
    }
}
