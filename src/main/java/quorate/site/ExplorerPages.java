package quorate.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import quorate.derive.Scenario;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.Spread;
import quorate.derive.failure.Trace;
import quorate.derive.failure.StateRange;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.site.page.ExplorerPage;
import quorate.site.page.Html;
import quorate.site.page.ScenarioView;

/**
 * Builds the page on which failures are tried out. Everything that its script shows is computed here and stands in the page;
 * kinds of failures and of parts are read from the scenarios, so that a new kind needs nothing here.
 */
final class ExplorerPages {

    /** Failures whose states lie in one file. */
    private static final int PIECE = 40;

    private static final String STATES = "states-";

    /** Failures of each kind of part that the page of a large system lists. */
    private static final int LISTED = 12;

    private final ProjectScope scope;
    private final ScenarioViews views;
    private final SystemPictures pictures;

    ExplorerPages(ProjectScope scope) {
        this.scope = scope;
        this.views = new ScenarioViews(scope);
        this.pictures = new SystemPictures(scope);
    }

    ExplorerPage page() {
        Here here = scope.at("explorer");
        String line = scope.scenarios().isEmpty()
                ? "No component is stated, so nothing can fail."
                : "Choose what fails, and see which journeys and data it reaches, step by step.";
        Map<String, Scenario> worst = new LinkedHashMap<>();
        scope.scenarios().forEach(s -> worst.putIfAbsent(key(s.failure().subject()), s));
        SystemPictures.Interactive picture = pictures.interactive(here, subject -> {
            Scenario first = worst.get(key(subject));
            return first == null ? "" : scope.link(here, "", "scenario", first.failure().id()).href();
        });
        FrameBuilder frame = scope.frame(here, "explorer", "Failure explorer")
                .crumb(here.link("Failures", "failures", scope.id()))
                .about(line)
                .find("Failures", List.of(scope.title() + " explorer", "what if", "blast radius"), "");
        List<List<Scenario>> pieces = pieces();
        return new ExplorerPage(frame.build(), line, picture.diagram(), new Html(ScriptText.of(data(here, picture, pieces))), states(here, pieces),
                groups(here));
    }

    private static String key(Subject subject) {
        return subject.kind().word() + "/" + subject.id();
    }

    /** All failures by the kind of part that fails, worst first within each. */
    private List<ExplorerPage.Group> groups(Here here) {
        Map<String, List<ExplorerPage.Row>> groups = new TreeMap<>();
        for (Scenario scenario : scope.scenarios()) {
            groups.computeIfAbsent(type(scenario.failure().subject()), k -> new ArrayList<>())
                    .add(new ExplorerPage.Row(
                            scope.link(here, scenario.failure().title(), "scenario", scenario.failure().id()),
                            ScenarioViews.worst(scenario),
                            scenario.recovery().words()));
        }
        return groups.entrySet().stream()
                .map(g -> new ExplorerPage.Group("all-" + Slug.of(g.getKey()), Phrases.capital(g.getKey()),
                        g.getValue().subList(0, scope.isLarge() ? Math.min(LISTED, g.getValue().size()) : g.getValue().size()), g.getValue().size()))
                .toList();
    }

    /** What kind of part it is: {@code service}, {@code zone}, {@code link}. */
    private static String type(Subject subject) {
        return subject.kind() == Kind.FAULT_DOMAIN
                ? subject.get(Keys.DOMAIN_KIND).value().map(k -> Phrases.words(Words.written(k))).orElse(Kind.FAULT_DOMAIN.word())
                : subject.kind().word();
    }

    /** What each failure of a large system does is fetched when it is chosen. */
    private List<List<Scenario>> pieces() {
        List<List<Scenario>> pieces = new ArrayList<>();
        List<Scenario> all = scope.scenarios();
        for (int i = 0; scope.isLarge() && i < all.size(); i += PIECE) {
            pieces.add(all.subList(i, Math.min(all.size(), i + PIECE)));
        }
        return pieces;
    }

    /** Scripts that hand over what the failures of a piece do, in the order of the piece. */
    private Map<String, String> states(Here here, List<List<Scenario>> pieces) {
        Map<String, String> states = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            List<String> facts = new ArrayList<>();
            List<Map<String, Object>> failures = pieces.get(i).stream().map(s -> failure(here, s, facts)).toList();
            Map<String, Object> piece = new LinkedHashMap<>();
            piece.put("facts", facts);
            piece.put("failures", failures);
            states.put(STATES + i + ".js", "(window.quorateStates = window.quorateStates || {})[" + i + "] = " + ScriptText.of(piece) + ";\n");
        }
        return states;
    }

    private Map<String, Object> data(Here here, SystemPictures.Interactive picture, List<List<Scenario>> pieces) {
        Map<String, String> titles = new LinkedHashMap<>();
        scope.architecture().components().forEach(c -> titles.put(c.id(), c.title()));
        List<String> facts = new ArrayList<>();
        List<Map<String, Object>> failures = new ArrayList<>();
        for (int i = 0; i < scope.scenarios().size(); i++) {
            Scenario scenario = scope.scenarios().get(i);
            failures.add(pieces.isEmpty() ? failure(here, scenario, facts) : named(scenario, i));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("titles", titles);
        data.put("facts", facts);
        data.put("nodes", picture.nodes());
        data.put("edges", picture.edges().stream().map(l -> List.of(l.from(), l.to())).toList());
        data.put("groups", picture.groups());
        data.put("failures", failures);
        return data;
    }

    /** What a failure is chosen by, and where the rest of it is. */
    private Map<String, Object> named(Scenario scenario, int place) {
        Map<String, Object> failure = chosenBy(scenario);
        failure.put("piece", place / PIECE);
        failure.put("place", place % PIECE);
        return failure;
    }

    private Map<String, Object> chosenBy(Scenario scenario) {
        Subject subject = scenario.failure().subject();
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("id", Slug.of(scenario.failure().slug()));
        failure.put("title", scenario.failure().title());
        failure.put("kind", Phrases.words(Words.written(scenario.failure().kind())));
        failure.put("type", type(subject));
        failure.put("part", scope.subject(scope.at("explorer"), subject).text());
        failure.put("of", subject.kind() == Kind.LINK ? "" : subject.id());
        failure.put("cut", subject instanceof Link link ? List.of(link.from(), link.to()) : List.of());
        return failure;
    }

    /** @param facts the paths of unknown facts that are named so far; a failure names them by place */
    private Map<String, Object> failure(Here here, Scenario scenario, List<String> facts) {
        ScenarioView view = views.view(here, scenario);
        Subject subject = scenario.failure().subject();
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("id", view.anchor());
        failure.put("title", view.title());
        failure.put("kind", view.kind());
        failure.put("type", type(subject));
        failure.put("part", scope.subject(here, subject).text());
        failure.put("of", subject.kind() == Kind.LINK ? "" : subject.id());
        failure.put("page", view.page().href());
        failure.put("runbook", view.runbook().href());
        failure.put("manner", view.manner());
        failure.put("hit", hit(subject));
        failure.put("silent", hit(subject).stream().filter(id -> scope.architecture().linksFrom(id).isEmpty()
                && scope.architecture().linksTo(id).isEmpty()).toList());
        failure.put("cut", subject instanceof Link link ? List.of(link.from(), link.to()) : List.of());
        failure.put("journeys", scenario.journeys().stream().map(j -> journey(j, scenario.trace(j), facts)).toList());
        failure.put("spread", scope.spread(scenario.failure()).stream().map(s -> spread(s, facts)).toList());
        failure.put("data", view.data().stream()
                .map(d -> List.of(d.domain(), d.side(), d.effects(), d.possible(), d.loss())).toList());
        failure.put("recovery", view.recovery());
        failure.put("how", view.recoveryHow());
        failure.put("longest", scenario.recovery().dominating()
                .map(part -> part.name() + ", up to " + view.parts().get(scenario.recovery().parts().indexOf(part)).worst())
                .orElse(""));
        return failure;
    }

    private static List<Object> journey(JourneyImpact impact, Trace trace, List<String> facts) {
        return List.of(
                ProjectScope.name(impact.journey()), impact.side(), range(impact.during()), range(impact.settled()), trace.path(),
                named(trace.deciding(), facts));
    }

    private static List<Object> spread(Spread spread, List<String> facts) {
        return List.of(
                spread.side(),
                spread.parts().stream()
                        .map(p -> List.of(p.component(), p.step(), range(p.during()), range(p.settled()), named(p.deciding(), facts)))
                        .toList(),
                spread.hops().stream().map(h -> List.of(h.from(), h.to(), h.step(), range(h.during()), range(h.settled()))).toList());
    }

    private static List<Integer> named(Set<Missing> missing, List<String> facts) {
        return ScenarioViews.paths(missing).stream()
                .map(path -> {
                    if (!facts.contains(path)) {
                        facts.add(path);
                    }
                    return facts.indexOf(path);
                })
                .toList();
    }

    private static List<Integer> range(StateRange range) {
        return List.of(range.best().ordinal(), range.worst().ordinal());
    }

    /** The component itself; of a fault domain every component with an instance in it or in what lies within it. */
    private List<String> hit(Subject subject) {
        Set<String> hit = new LinkedHashSet<>();
        if (subject.kind().isComponent()) {
            hit.add(subject.id());
        } else if (subject.kind() == Kind.FAULT_DOMAIN) {
            scope.architecture().components().stream().filter(c -> lies(c, subject.id())).map(Entity::id).forEach(hit::add);
        }
        return List.copyOf(hit);
    }

    private boolean lies(Entity component, String domain) {
        Set<String> places = new LinkedHashSet<>(component.get(Keys.PLACEMENT).or(List.of()));
        places.addAll(component.get(Keys.VOTER_PLACEMENT).or(List.of()));
        return places.stream().anyMatch(place -> pictures.chain(place).contains(domain));
    }
}
