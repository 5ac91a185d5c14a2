package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quorate.derive.Scenario;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.derive.failure.StateRange;
import quorate.derive.recovery.ColdStart;
import quorate.export.ChaosExperiment;
import quorate.model.Entity;
import quorate.model.Words;
import quorate.site.page.Diagram;
import quorate.site.page.EvidenceView;
import quorate.site.page.FailuresPage;
import quorate.site.page.Mark;
import quorate.site.page.NamedText;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.ScenarioPage;
import quorate.site.page.ScenarioView;
import quorate.site.page.Table;

/** Builds the failure table and the page of each scenario. */
final class FailurePages {

    private static final int MANY = 12;

    /** Scenarios of each kind that the page of a large system begins with, and of any other. */
    private static final int FEW = 6;

    private static final int SOME = 8;

    /** Failures by journey that the page begins with. */
    private static final int GRID = 12;

    private final ProjectScope scope;
    private final ScenarioViews views;
    private final SystemPictures pictures;

    FailurePages(ProjectScope scope) {
        this.scope = scope;
        this.views = new ScenarioViews(scope);
        this.pictures = new SystemPictures(scope);
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(table());
        List<Scenario> scenarios = scope.scenarios();
        for (int i = 0; i < scenarios.size(); i++) {
            pages.add(page(scenarios, i));
        }
        return pages;
    }

    private FailuresPage table() {
        Here here = scope.at("failures");
        List<String> journeys = journeys();
        Map<Words.FailureKind, List<Scenario>> kinds = kinds();
        List<NamedText> coldStart = coldStart();
        String line = ScenarioWords.line(scope.scenarios());
        FrameBuilder frame = scope.frame(here, "failures", "Failure scenarios")
                .about(line)
                .heading("Scenarios by kind", "scenarios")
                .heading(!journeys.isEmpty(), "Failures by journey", "grid")
                .heading(!coldStart.isEmpty(), "Cold start", "cold-start")
                .heading(!scope.scenarios().isEmpty(), "Coverage", "coverage")
                .find("Failures", List.of(scope.title() + " failures", "failure scenario table"), "");
        long effective = scope.scenarios().stream().filter(s -> s.worst() != State.UP).count();
        Table grid = grid(here, kinds, journeys);
        return new FailuresPage(frame.build(), line, groups(here, kinds), scope.portions().brief(here, grid, GRID), effective, coldStart,
                rehearsed(kinds), scope.portions().table(here, new CoverageTable(scope).of(here)));
    }

    /** Waves of a start from nothing, and what never rises. */
    private List<NamedText> coldStart() {
        ColdStart start = ColdStart.of(scope.architecture());
        List<NamedText> lines = new ArrayList<>();
        if (start.waves().size() < 2 && start.never().isEmpty()) {
            return lines;
        }
        for (int wave = 0; wave < start.waves().size(); wave++) {
            List<Entity> rising = start.waves().get(wave);
            String names = rising.size() > MANY ? Phrases.count(rising.size(), "component") : names(rising);
            lines.add(new NamedText(wave == 0 ? "At once" : "Then", names));
        }
        if (!start.never().isEmpty()) {
            lines.add(new NamedText("Never", names(start.never()) + ": each waits for another to start first"));
        }
        return lines;
    }

    private static String names(List<Entity> components) {
        return Phrases.list(components.stream().map(ProjectScope::name).toList());
    }

    /** The scenarios of each kind, kinds in the order of the vocabulary, the worst of each first. */
    private Map<Words.FailureKind, List<Scenario>> kinds() {
        Map<Words.FailureKind, List<Scenario>> kinds = new EnumMap<>(Words.FailureKind.class);
        scope.scenarios().forEach(s -> kinds.computeIfAbsent(s.failure().kind(), k -> new ArrayList<>()).add(s));
        return kinds;
    }

    private static String name(Words.FailureKind kind) {
        return switch (kind) {
            case SLOW -> "Slow answer";
            case RESTORE -> "Volume loss";
            default -> Phrases.capital(Phrases.words(Words.written(kind)));
        };
    }

    private static String anchor(Words.FailureKind kind) {
        return "kind-" + Words.written(kind);
    }

    private static Mark worst(List<Scenario> scenarios) {
        State certain = scenarios.stream().map(Scenario::certain).reduce(State.UP, State::worse);
        State worst = scenarios.stream().map(Scenario::worst).reduce(State.UP, State::worse);
        return Marks.state(new StateRange(certain, worst));
    }

    private List<FailuresPage.Group> groups(Here here, Map<Words.FailureKind, List<Scenario>> kinds) {
        List<FailuresPage.Group> groups = new ArrayList<>();
        kinds.forEach((kind, scenarios) -> {
            List<Scenario> harmless = scope.isLarge() ? List.of() : scenarios.stream().filter(ScenarioWords::isHarmless).toList();
            List<Scenario> others = scenarios.stream().filter(s -> !harmless.contains(s)).toList();
            List<ScenarioView> shown = others.stream().map(s -> views.view(here, s)).toList();
            String how = usual(shown);
            groups.add(new FailuresPage.Group(
                    anchor(kind), name(kind), worst(scenarios), counts(scenarios),
                    scope.portions().brief(here, scenarios(kind, others, shown, how), scope.isLarge() ? FEW : SOME), how,
                    harmless.stream().map(s -> scope.link(here, s.failure().title(), "scenario", s.failure().id())).toList()));
        });
        return groups;
    }

    /** {@code 16: 10 down, 2 not certain, 1 without effect}, or {@code 12 without effect} where that is all. */
    private static String counts(List<Scenario> scenarios) {
        List<String> parts = new ArrayList<>();
        count(parts, scenarios, s -> s.certain() == State.DOWN, "down");
        count(parts, scenarios, s -> s.certain() == State.DEGRADED && s.worst() == State.DEGRADED, "degraded");
        count(parts, scenarios, s -> s.certain() != s.worst(), "not certain");
        count(parts, scenarios, ScenarioWords::isHarmless, "without effect");
        if (parts.size() == 1 && parts.get(0).startsWith(scenarios.size() + " ")) {
            return parts.get(0);
        }
        return scenarios.size() + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static void count(List<String> parts, List<Scenario> scenarios, Predicate<Scenario> which, String word) {
        long count = scenarios.stream().filter(which).count();
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** How many scenarios nobody has rehearsed, in all and by kind. */
    private String rehearsed(Map<Words.FailureKind, List<Scenario>> kinds) {
        List<String> parts = new ArrayList<>();
        kinds.forEach((kind, scenarios) -> count(parts, scenarios, s -> s.covered().isEmpty(), name(kind).toLowerCase(Locale.ROOT)));
        long all = scope.scenarios().stream().filter(s -> s.covered().isEmpty()).count();
        return all == 0
                ? "Something is stated for each of them."
                : "Nothing is stated for " + all + " of " + scope.scenarios().size() + ": " + String.join(", ", parts) + ".";
    }

    private List<String> journeys() {
        Set<String> names = new LinkedHashSet<>();
        scope.scenarios().forEach(s -> s.journeys().forEach(j -> names.add(ProjectScope.name(j.journey()))));
        return names.stream().sorted().toList();
    }

    /** How most recovery times of a table came about, which is then said once; nothing where no two agree. */
    private static String usual(List<ScenarioView> views) {
        Map<String, Long> hows = views.stream().filter(FailurePages::isTold)
                .collect(Collectors.groupingBy(ScenarioView::recoveryHow, TreeMap::new, Collectors.counting()));
        return hows.entrySet().stream().filter(e -> e.getValue() > 1).max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
    }

    private static boolean isTold(ScenarioView view) {
        return !view.recoveryHow().isEmpty() && !view.recovery().equals("unknown");
    }

    private Table scenarios(Words.FailureKind kind, List<Scenario> scenarios, List<ScenarioView> shown, String how) {
        String caption = name(kind) + ": scenarios of " + scope.title() + ", worst first";
        Rows rows = Rows.of("scenarios-" + Words.written(kind), caption, "Scenario", "Impact", "Mitigation", "Recovery time", "Runbook");
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            ScenarioView view = shown.get(i);
            rows.row(
                    view.anchor(),
                    Table.Cell.of(view.page()),
                    Table.Cell.of(view.worst(), sort(scenario)).with(ScenarioWords.impact(scenario)).noted(ScenarioWords.data(scenario)),
                    Table.Cell.of(String.join(" ", view.present().isEmpty() ? List.of("None is stated.") : view.present()))
                            .noted(view.proposed().isEmpty() ? "" : "Proposed: " + String.join(" ", view.proposed())),
                    recovery(view).sorted(String.format(Locale.ROOT, "%018d", view.recoverySort()))
                            .noted(isTold(view) && view.recoveryHow().equals(how) ? "" : view.recoveryHow()).why(derivation(view)),
                    Table.Cell.of(view.runbook()));
        }
        return rows.table();
    }

    private static Table.Cell recovery(ScenarioView view) {
        boolean unknown = view.recovery().equals("unknown");
        return unknown ? Table.Cell.of(new Mark("unknown", "unknown"), "") : Table.Cell.of(view.recovery());
    }

    /**
     * What the recovery time was computed from: its parts, or the facts where it is no sum. Nothing where no time is known and
     * where nothing has to recover; the page of the scenario says there what is missing.
     */
    private static List<EvidenceView> derivation(ScenarioView view) {
        boolean told = !view.recovery().equals("unknown") && !view.recovery().equals("0s");
        if (view.parts().isEmpty()) {
            return told ? view.recoveryWhy() : List.of();
        }
        return view.parts().stream().map(FailurePages::part).toList();
    }

    /** A part with its one reason in one line, which may say the time already, or with several below it. */
    private static EvidenceView part(ScenarioView.Part part) {
        String claim = part.name() + ", " + part.words();
        if (part.because().size() != 1) {
            return new EvidenceView(claim, Mark.NONE, PageLink.NONE, "", part.because());
        }
        EvidenceView only = part.because().get(0);
        String head = only.claim().endsWith(" = " + part.worst()) ? part.name() : claim;
        return new EvidenceView(head + ": " + only.claim(), only.provenance(), only.place(), only.how(), only.because());
    }

    private static String sort(Scenario scenario) {
        return "" + (2 - scenario.worst().ordinal()) + (2 - scenario.certain().ordinal());
    }

    /** The failures that touch a journey by what they do to each; a journey that one does not touch is up. */
    private Table grid(Here here, Map<Words.FailureKind, List<Scenario>> kinds, List<String> journeys) {
        List<String> names = new ArrayList<>(List.of("Failure"));
        names.addAll(journeys);
        Rows rows = Rows.of("grid-table", "State of each journey under each failure that touches one, before anything has recovered",
                names.toArray(String[]::new));
        kinds.values().stream()
                .flatMap(List::stream)
                .filter(s -> s.worst() != State.UP)
                .sorted(Comparator.comparingInt(ScenarioWords::reach).reversed())
                .limit(scope.isLarge() ? GRID : Integer.MAX_VALUE)
                .forEach(s -> rows.row("", row(here, s, journeys)));
        return rows.table();
    }

    private Table.Cell[] row(Here here, Scenario scenario, List<String> journeys) {
        List<Table.Cell> cells = new ArrayList<>();
        cells.add(Table.Cell.of(scope.link(here, scenario.failure().title(), "scenario", scenario.failure().id())));
        for (String journey : journeys) {
            StateRange state = scenario.journeys().stream()
                    .filter(j -> ProjectScope.name(j.journey()).equals(journey))
                    .map(JourneyImpact::during)
                    .reduce((a, b) -> new StateRange(a.best().worse(b.best()), a.worst().worse(b.worst())))
                    .orElse(StateRange.of(State.UP));
            // Where most is well, only what is not takes a mark.
            cells.add(state.worst() == State.UP ? Table.Cell.of(State.UP.word()) : Table.Cell.of(Marks.state(state), ""));
        }
        return cells.toArray(Table.Cell[]::new);
    }

    private ScenarioPage page(List<Scenario> all, int index) {
        Scenario scenario = all.get(index);
        Here here = scope.at("scenario", scenario.failure().id());
        ScenarioView view = views.view(here, scenario);
        String line = (ScenarioWords.journeys(scenario) + " " + ScenarioWords.data(scenario)).strip();
        Table spread = views.spread(here, scenario);
        FrameBuilder frame = scope.frame(here, "scenario", scenario.failure().title())
                .crumb(here.link("Failures", "failures", scope.id()))
                .about(line)
                .heading("Journeys", "journeys")
                .heading(!spread.rows().isEmpty(), "Spread", "spread")
                .heading(!view.data().isEmpty(), "Data", "data")
                .heading("Recovery", "recovery")
                .heading("Mitigation", "mitigation")
                .find("Scenario", List.of(), view.kind() + " " + scope.title());
        if (index > 0) {
            frame.previous(scope.link(here, all.get(index - 1).failure().title(), "scenario", all.get(index - 1).failure().id()));
        }
        if (index + 1 < all.size()) {
            frame.next(scope.link(here, all.get(index + 1).failure().title(), "scenario", all.get(index + 1).failure().id()));
        }
        return new ScenarioPage(frame.build(), line, view, scope.portions().table(here, spread), picture(here, scenario), scope.subject(here, scenario.failure().subject()),
                experiment(here, scenario));
    }

    private ScenarioPage.Experiment experiment(Here here, Scenario scenario) {
        ChaosExperiment.Draft draft = scope.project().experiments().get(scenario.failure().id());
        return draft == null
                ? ScenarioPage.Experiment.NONE
                : new ScenarioPage.Experiment(
                        draft.plain(), draft.chaosMesh(), here.maybe("All drafts in one file (YAML)", "export", scope.id() + "/experiments.yaml"));
    }

    private Diagram picture(Here here, Scenario scenario) {
        List<Entity> touched = scope.touched(scenario.failure().subject());
        return touched.size() == 1 || scenario.failure().subject() instanceof quorate.model.Link
                ? pictures.neighbourhood(here, touched.get(0))
                : Diagram.NONE;
    }
}
