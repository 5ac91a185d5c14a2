package quorate.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorate.derive.failure.Structure;
import quorate.derive.reliability.BasicEvent;
import quorate.derive.reliability.Change;
import quorate.derive.reliability.CutSet;
import quorate.derive.reliability.Importance;
import quorate.derive.reliability.Reliability;
import quorate.derive.reliability.Transient;
import quorate.export.OpenPsa;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.site.page.AvailabilityPage;
import quorate.site.page.Mark;
import quorate.site.page.NamedText;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the page on availability: what takes each journey down for good, and how often it is up. */
final class AvailabilityPages {

    /** More cut sets of one order than this are in analysis.json only. */
    private static final int SHOWN = 40;

    /** Rows of each table, and cut sets of each order, that the page of a large system begins with. */
    private static final int FEW = 5;

    private static final int OF_ALL = 30;

    /** Parts whose importance is told. */
    private static final int PARTS = 15;

    private static final List<String> ASSUMPTIONS = List.of(
            "A journey counts as down when it is neither up nor degraded after automatic recovery has ended.",
            "Basic events are independent: the permanent loss of an instance, a fault domain, an external, a link. A fault domain is one"
                    + " event wherever it occurs, and takes all instances in it and in the domains within it.",
            "Availability, MTBF and MTTR are those of one instance by itself, without the loss of its fault domains; of an external or a"
                    + " fault domain as a whole. Availability is MTBF / (MTBF + MTTR) where it is not stated; where both are, the worse counts.",
            "An SLA is a contract and is not taken as an availability.",
            "Links are taken as always there in the figures, since no availability of a link can be stated; their loss is among the cut sets.",
            "A lost instance refuses its callers. A lost fault domain, link or external leaves them waiting, as does a leader that nobody replaces.",
            "A failover counts with its duration divided by the mean time between failures of what is lost, which is an upper bound.",
            "Partitions between sides that both live, slowness, overload, wrong changes and mistakes are not in the figures.",
            "At most 10 single changes are tried for a journey, at what is in its smallest cut sets.",
            "Cut sets are listed up to order 3, at most 5000 of one order. A structure whose decision diagram has more than 200000 nodes gets"
                    + " bounds from single cut sets instead of a figure. More than " + Structure.MOST_INSTANCES
                    + " instances of one component are not told apart.");

    private final ProjectScope scope;
    private final List<Reliability> journeys;

    AvailabilityPages(ProjectScope scope) {
        this.scope = scope;
        this.journeys = scope.review().input().derived().reliability();
    }

    AvailabilityPage page() {
        Here here = scope.at("availability");
        Table inputs = scope.isLarge() ? scope.portions().brief(here, inputs(here), 2 * FEW) : inputs(here);
        FrameBuilder frame = scope.frame(here, "availability", "Availability")
                .about(line())
                .heading(!journeys.isEmpty(), "Journeys", "journeys");
        journeys.forEach(one -> frame.heading(one.journey().title(), Addresses.journey(one)));
        frame.heading(!inputs.rows().isEmpty(), "Inputs", "inputs")
                .heading("What is assumed", "assumptions")
                .find("Availability", List.of(scope.title() + " availability", "cut sets", "single points of failure", "fault tree"), "");
        Map<String, String> files = OpenPsa.names(journeys);
        return new AvailabilityPage(
                frame.build(), line(), overview(here),
                journeys.stream().map(one -> journey(here, one, files.get(one.journey().id()))).toList(), inputs, ASSUMPTIONS);
    }

    private String line() {
        if (journeys.isEmpty()) {
            return "No journey and no service at which one could enter is stated.";
        }
        long met = journeys.stream().filter(one -> one.meets().filter(m -> m).isPresent()).count();
        long not = journeys.stream().filter(one -> one.meets().filter(m -> !m).isPresent()).count();
        long wanted = journeys.stream().filter(one -> one.objective().isPresent()).count();
        long single = journeys.stream().filter(one -> !one.singlePoints(true).isEmpty()).count();
        String objectives = wanted == 0
                ? "No availability objective is stated."
                : "Of " + Phrases.count(wanted, "objective") + ", " + met + (met == 1 ? " is met, " : " are met, ") + (not == 0 ? "none" : "" + not)
                        + " cannot be met, and " + (wanted - met - not) + " cannot be decided with the stated figures.";
        return objectives + " " + single + " of " + journeys.size() + (journeys.size() == 1 ? " journey" : " journeys")
                + (single == 1 ? " has" : " have") + " a certain single point of failure.";
    }

    private Table overview(Here here) {
        Rows rows = Rows.of("overview-table", "Availability of the journeys of " + scope.title(), "Journey", "Objective", "Availability",
                "Verdict*", "Single points#", "Cut sets of two#", "Of three#");
        for (Reliability one : journeys) {
            rows.row("overview-" + Slug.of(one.journey().id()),
                    Table.Cell.of(scope.link(here, ProjectScope.name(one.journey()), "journey", one.journey().id())),
                    Table.Cell.of(objective(one)),
                    Table.Cell.of(Shares.availability(one.availability())),
                    Table.Cell.of(verdict(one), verdict(one).word()),
                    Table.Cell.of("" + one.singlePoints(true).size()).noted(more(one.singlePoints(false).size())),
                    count(one, 2),
                    count(one, 3));
        }
        return rows.table();
    }

    private static Table.Cell count(Reliability one, int order) {
        if (order > one.order()) {
            return Table.Cell.of("not listed");
        }
        long certain = one.certain().stream().filter(set -> set.order() == order).count();
        return Table.Cell.of("" + certain).noted(more(one.possible().stream().filter(set -> set.order() == order).count()));
    }

    private static String more(long possible) {
        return possible == 0 ? "" : possible + " more possible";
    }

    private static String objective(Reliability one) {
        return one.objective().map(Keys.SLO_AVAILABILITY.type()::show).orElse("not stated");
    }

    private static Mark verdict(Reliability one) {
        if (one.objective().isEmpty()) {
            return new Mark("none", "no objective");
        }
        return one.meets().map(met -> met ? new Mark("ok", "met") : new Mark("high", "cannot be met"))
                .orElse(new Mark("unknown", "not decided"));
    }

    private AvailabilityPage.Journey journey(Here here, Reliability one, String file) {
        String slug = Slug.of(one.journey().id());
        String title = ProjectScope.name(one.journey());
        return new AvailabilityPage.Journey(
                Addresses.journey(one), title, verdict(one), figures(one), bound(one), advice(one),
                changes(one, slug, title), brief(here, singles(here, one, slug, title)), orders(here, one),
                brief(here, importance(here, one, slug, title)), importanceNote(one), brief(here, transients(here, one, slug, title)), paths(one.missing()), paths(one.deciding()), remarks(one),
                scope.link(here, file, "export", file));
    }

    private Table brief(Here here, Table table) {
        return scope.isLarge() ? scope.portions().brief(here, table, few()) : table;
    }

    /** Fewer of each where there are many journeys. */
    private int few() {
        return Math.max(1, Math.min(FEW, OF_ALL / journeys.size()));
    }

    private static List<NamedText> figures(Reliability one) {
        Optional<quorate.derive.reliability.Bounds> failovers = one.transients().stream()
                .map(Transient::share)
                .reduce(quorate.derive.reliability.Bounds::plus);
        return List.of(
                new NamedText("Objective", objective(one)),
                new NamedText("Availability", Shares.availability(one.availability())),
                new NamedText("Lost until repaired", Shares.lost(one.unavailability())),
                new NamedText("Failovers", failovers.map(Shares::lost).orElse("none")));
    }

    /** Whatever else fails, the journey is up only while each of its single points is. */
    private static String bound(Reliability one) {
        boolean open = one.singlePoints(true).stream().anyMatch(set -> !set.events().get(0).isStated());
        return !open ? "" : "A ≤ " + one.singlePoints(true).stream()
                .map(set -> "A(" + set.events().get(0).subject().title() + ")")
                .collect(Collectors.joining(" × "));
    }

    private static String advice(Reliability one) {
        if (one.changes().isEmpty()) {
            return "No single change that was tried makes it stand noticeably better: one more instance, an automatic failover, a bounded"
                    + " wait, a fallback for an external, an outbox.";
        }
        Change first = one.changes().get(0);
        return "The single change that buys most is " + first.words() + ": " + effect(first) + ".";
    }

    private static String effect(Change change) {
        Change.Measure before = change.before();
        Change.Measure after = change.after();
        List<String> parts = new ArrayList<>();
        if (before.unavailability().high() < 1 || after.unavailability().high() < 1) {
            parts.add("availability until repair " + Shares.availability(before.unavailability().complement()) + " becomes "
                    + Shares.availability(after.unavailability().complement()));
        }
        if (before.possible() != after.possible()) {
            parts.add("single points of failure " + before.possible() + " become " + after.possible());
        }
        if (before.links() != after.links()) {
            parts.add("links whose loss is enough " + before.links() + " become " + after.links());
        }
        if (parts.isEmpty()) {
            parts.add("pairs of losses that are enough " + before.pairs() + " become " + after.pairs());
        }
        return String.join("; ", parts);
    }

    private static Table changes(Reliability one, String slug, String title) {
        Rows rows = Rows.of("changes-" + slug, "Single changes that help: " + title, "Change", "Effect");
        one.changes().stream().skip(1).limit(5).forEach(change ->
                rows.row("", Table.Cell.of(Phrases.capital(change.words())), Table.Cell.of(Phrases.capital(effect(change)))));
        return rows.table();
    }

    private Table singles(Here here, Reliability one, String slug, String title) {
        Rows rows = Rows.of("singles-" + slug, "Single points of failure: " + title, "What is lost", "Kind", "Certainty", "Lost by itself");
        for (boolean certain : new boolean[] {true, false}) {
            for (CutSet set : one.singlePoints(certain)) {
                BasicEvent event = set.events().get(0);
                rows.row("single-" + slug + "-" + Slug.of(event.id()),
                        Table.Cell.of(link(here, event)),
                        Table.Cell.of(event.loss().word()),
                        Table.Cell.of(certain ? new Mark("high", "certain") : new Mark("unknown", "possible"), certain ? "0" : "1"),
                        event.isStated() ? Table.Cell.of(Shares.lost(event.probability())) : Table.Cell.of(Marks.UNKNOWN, "~"));
            }
        }
        return rows.table();
    }

    private PageLink link(Here here, BasicEvent event) {
        PageLink place = scope.subject(here, event.subject());
        return new PageLink(event.title(), place.href());
    }

    private List<AvailabilityPage.Order> orders(Here here, Reliability one) {
        List<AvailabilityPage.Order> orders = new ArrayList<>();
        orders.add(order(here, one, 1));
        IntStream.rangeClosed(2, one.order()).forEach(order -> orders.add(order(here, one, order)));
        return orders.stream().filter(order -> !order.cuts().isEmpty()).toList();
    }

    /** Of order 1 only links are listed here. */
    private AvailabilityPage.Order order(Here here, Reliability one, int order) {
        List<AvailabilityPage.Cut> cuts = new ArrayList<>();
        for (boolean possible : new boolean[] {false, true}) {
            (possible ? one.possible() : one.certain()).stream()
                    .filter(set -> set.order() == order && (order > 1 || set.hasLink()))
                    .map(set -> new AvailabilityPage.Cut(set.events().stream().map(event -> link(here, event)).toList(), possible))
                    .forEach(cuts::add);
        }
        String title = order == 1
                ? Phrases.capital(Phrases.count(cuts.size(), "link")) + " whose loss is enough by itself"
                : Phrases.capital(Phrases.count(cuts.size(), "cut set")) + " of order " + order;
        int shown = Math.min(scope.isLarge() ? few() : SHOWN, cuts.size());
        return new AvailabilityPage.Order(title, cuts.subList(0, shown), cuts.size() - shown);
    }

    private Table importance(Here here, Reliability one, String slug, String title) {
        boolean structural = one.importance().stream().anyMatch(Importance::structural);
        // Where no availability is stated there is no share of the unavailability to tell.
        boolean shares = one.importance().stream().anyMatch(part -> !Double.isNaN(part.fussellVesely()));
        List<String> columns = new ArrayList<>(List.of("Part", "Smallest cut set#", structural ? "Structural importance#" : "Birnbaum#"));
        if (shares) {
            columns.add("Fussell-Vesely#");
        }
        Rows rows = Rows.of("importance-" + slug, "Importance of the parts: " + title, columns.toArray(String[]::new));
        for (Importance part : one.importance().subList(0, Math.min(PARTS, one.importance().size()))) {
            Link link = part.subject() instanceof Link l ? l : null;
            List<Table.Cell> cells = new ArrayList<>(List.of(
                    Table.Cell.of(scope.subject(here, part.subject()))
                            .with(part.events() > 1 ? "(" + part.events() + " instances)" : link != null ? "(link)" : ""),
                    part.order() == 0 ? Table.Cell.of("above 3").sorted("9") : Table.Cell.of("" + part.order()),
                    Table.Cell.of(Shares.brief(part.birnbaum())).sorted(sort(part.birnbaum()))));
            if (shares) {
                cells.add(Double.isNaN(part.fussellVesely())
                        ? Table.Cell.of(Marks.UNKNOWN, "~")
                        : Table.Cell.of(Shares.brief(part.fussellVesely())).sorted(sort(part.fussellVesely())));
            }
            rows.row("importance-" + slug + "-" + part.subject().kind().word().replace(' ', '-') + "-" + Slug.of(part.subject().id()),
                    cells.toArray(Table.Cell[]::new));
        }
        return rows.table();
    }

    /** Numbers in scientific notation sort as text otherwise. */
    private static String sort(double number) {
        return new java.math.BigDecimal(number).setScale(18, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    private static String importanceNote(Reliability one) {
        String worst = (one.tree().isCertain() ? "" : " Unknown facts are at their worst.")
                + (one.importance().size() > PARTS ? " The " + PARTS + " that matter most; all " + one.importance().size() + " are in analysis.json." : "");
        if (one.importance().stream().anyMatch(Importance::structural)) {
            return "Structural importance: the share of the states of all else in which the part decides, with each event as likely as not,"
                    + " since not every availability is stated." + worst;
        }
        return "Birnbaum: by how much the journey is less available with the part's most important event certain than without it."
                + " Fussell-Vesely: the share of the journey's unavailability that goes when nothing of the part is lost, (Q - Q0) / Q." + worst;
    }

    private Table transients(Here here, Reliability one, String slug, String title) {
        Rows rows = Rows.of("failovers-" + slug, "Outages that end by themselves: " + title, "Failure", "Mean time between", "Duration", "Lost");
        for (Transient outage : one.transients()) {
            rows.row("",
                    Table.Cell.of(scope.link(here, outage.title(), "scenario", outage.id()))
                            .with(outage.certain() ? "" : "(in some cases)"),
                    outage.between().map(span -> Table.Cell.of(between(span))).orElse(Table.Cell.of(Marks.UNKNOWN, "~")),
                    Table.Cell.of(duration(outage)),
                    Table.Cell.of(Shares.lost(outage.share())));
        }
        return rows.table();
    }

    private static String between(Duration span) {
        return span.compareTo(Duration.ofDays(2)) > 0 ? Math.round(span.toHours() / 24.0) + "d" : ValueType.Span.text(span);
    }

    private static String duration(Transient outage) {
        if (outage.longest().isPresent() && outage.shortest().isPresent() && !outage.longest().equals(outage.shortest())) {
            return ValueType.Span.range(outage.shortest().get(), outage.longest().get());
        }
        String longest = outage.longest().map(ValueType.Span::text).orElse("");
        String shortest = outage.shortest().map(ValueType.Span::text).orElse("");
        if (longest.isEmpty()) {
            return shortest.isEmpty() ? "not known" : "at least " + shortest;
        }
        return "up to " + longest;
    }

    private static List<String> paths(Set<Missing> missing) {
        return missing.stream().map(Missing::path).distinct().toList();
    }

    private List<String> remarks(Reliability one) {
        List<String> remarks = new ArrayList<>();
        if (one.order() < 3) {
            remarks.add("Cut sets of order " + (one.order() + 1) + (one.order() == 2 ? "" : " and above") + " are not listed: there are too many.");
        }
        if (!one.exact()) {
            remarks.add("The structure is too large for a decision diagram: the figures are bounds from single cut sets.");
        }
        for (String component : one.omitted()) {
            remarks.add(scope.title(component) + " has more than " + Structure.MOST_INSTANCES + " instances, which are not told apart: at best"
                    + " the loss of single ones does not matter, at worst any does.");
        }
        if (!one.tree().isCertain() && one.deciding().isEmpty()) {
            remarks.add("Where the leader or an odd instance runs is chance: figures and cut sets hold for the best and the worst place.");
        }
        return remarks;
    }

    /** What the figures start from. */
    private Table inputs(Here here) {
        Map<String, BasicEvent> used = new TreeMap<>();
        journeys.forEach(one -> one.tree().events().stream()
                .filter(event -> !event.isLink())
                .forEach(event -> used.putIfAbsent(event.subject().kind() + "/" + event.subject().id(), event)));
        Rows rows = Rows.of("inputs-table", "Availability inputs of " + scope.title(), "Of", "Kind*", "Availability", "MTBF", "MTTR", "Source", "Lost");
        for (BasicEvent event : used.values()) {
            Subject subject = event.subject();
            boolean spans = !subject.get(Keys.MTBF).isUnknown() && !subject.get(Keys.MTTR).isUnknown();
            rows.row("input-" + Slug.of(event.id()),
                    Table.Cell.of(scope.subject(here, subject)),
                    Table.Cell.of(subject.kind().word()),
                    spans && subject.get(Keys.AVAILABILITY).isUnknown() ? Table.Cell.of("from both") : scope.fact(subject, Keys.AVAILABILITY),
                    scope.fact(subject, Keys.MTBF),
                    scope.fact(subject, Keys.MTTR),
                    scope.fact(subject, Keys.AVAILABILITY_SOURCE),
                    event.isStated() ? Table.Cell.of(Shares.lost(event.probability())) : Table.Cell.of(Marks.UNKNOWN, "~"));
        }
        return rows.table();
    }
}
