package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.Anomaly;
import quorate.derive.consistency.DomainPosition;
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

    /** What can be seen because some way may be old. */
    private Table anomalies(Here here) {
        Rows rows = Rows.of("anomalies", "What readers may see although they need more, unless something that is not stated prevents it",
                "Data domain", "Anomaly", "What is seen", "Ruled out by", "By way of");
        for (DomainPosition position : all()) {
            for (String id : position.anomalies()) {
                Anomaly anomaly = scope.edition().input().catalog().consistency().anomalies().get(id);
                rows.row(
                        "anomaly-" + Slug.of(position.domain().id()) + "-" + Slug.of(id),
                        Table.Cell.of(position.domain().title()),
                        Table.Cell.of(here.link(anomaly.name(), "anomaly", id)),
                        Table.Cell.of(anomaly.definition()),
                        Table.Cell.of(anomaly.forbiddenBy().stream().map(m -> model(here, m)).toList()).noted("an example is on its page"),
                        Table.Cell.of(String.join(", ", position.paths().stream().filter(p -> !p.lag().isEmpty()).map(ReadPath::name).toList())));
            }
        }
        return rows.table();
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
