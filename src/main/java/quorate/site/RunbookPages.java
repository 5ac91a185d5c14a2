package quorate.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.catalog.EntryKind;
import quorate.derive.Scenario;
import quorate.derive.failure.DataEffect;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.site.page.Diagram;
import quorate.site.page.PageLink;
import quorate.site.page.RunbookPage;

/** Builds the runbook of each scenario. What is not known is said, never filled in. */
final class RunbookPages {

    private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z][A-Za-z0-9_./ -]{0,40})>");

    private final ProjectScope scope;
    private final ScenarioViews views;

    RunbookPages(ProjectScope scope) {
        this.scope = scope;
        this.views = new ScenarioViews(scope);
    }

    List<RunbookPage> pages() {
        return scope.scenarios().stream().map(this::page).toList();
    }

    private RunbookPage page(Scenario scenario) {
        Here here = scope.at("runbook", scenario.failure().id());
        Subject subject = scenario.failure().subject();
        List<Entity> touched = scope.touched(subject);
        OnCall onCall = new OnCall(scope, subject);
        RunbookSteps steps = new RunbookSteps(scope, here, scenario);
        List<RunbookPage.Step> all = steps.all();
        String title = Symptoms.of(scenario.failure());
        FrameBuilder frame = scope.frame(here, "runbook", title)
                .crumb(here.link("Runbooks", "page", "runbooks"))
                .about(scenario.failure().title() + ". " + Phrases.capital(scenario.recovery().how()) + ", back in: " + scenario.recovery().words() + ".")
                .find("Runbook", aliases(scenario), scope.title());
        return new RunbookPage(
                frame.build(),
                scenario.failure().title(),
                ScenarioViews.worst(scenario),
                scope.subject(here, subject),
                onCall.owner().orElse("not stated"),
                onCall.escalation().text().isEmpty() ? PageLink.plain("not stated") : onCall.escalation(),
                rehearsed(scenario),
                original(scenario),
                placeholders(all),
                steps.confirm(),
                others(here, scenario, 2),
                steps.contain(),
                decide(here, scenario),
                escalateIf(scenario),
                steps.recover(),
                steps.verify(),
                views.view(here, scenario),
                Diagram.NONE,
                incidents(here, touched),
                experiments(scenario),
                signals(scenario),
                steps.failBack());
    }

    /** Other words for it: its title, its kind, and what is seen of it. */
    private static List<String> aliases(Scenario scenario) {
        List<String> aliases = new ArrayList<>();
        aliases.add(scenario.failure().title());
        aliases.add(Phrases.words(Words.written(scenario.failure().kind())));
        Symptoms.ALL.stream()
                .filter(s -> s.kinds().contains(scenario.failure().kind()))
                .forEach(s -> aliases.add(s.text()));
        return aliases;
    }

    private static String rehearsed(Scenario scenario) {
        return scenario.covered().stream()
                .flatMap(item -> item.get(Keys.EXERCISED).value().stream())
                .max(java.util.Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("");
    }

    /** The owner's own runbook, which goes before this one. */
    static PageLink original(Scenario scenario) {
        return scenario.covered().stream()
                .filter(item -> item.get(Keys.READINESS_KIND).is(Words.ReadinessKind.RUNBOOK))
                .filter(item -> item.get(Keys.ADDRESS).is(a -> a.matches("https?://.*")))
                .map(item -> new PageLink(item.title(), item.get(Keys.ADDRESS).or("")))
                .findFirst()
                .orElse(PageLink.NONE);
    }

    private static List<PageLink> experiments(Scenario scenario) {
        return scenario.covered().stream()
                .filter(item -> !item.get(Keys.READINESS_KIND).is(Words.ReadinessKind.RUNBOOK))
                .map(item -> new PageLink(item.title(), item.get(Keys.ADDRESS).value().filter(a -> a.matches("https?://.*")).orElse("")))
                .toList();
    }

    /** How it shows first, and what alarms are stated for it. */
    private static List<String> signals(Scenario scenario) {
        List<String> signals = new ArrayList<>();
        Symptoms.ALL.stream()
                .filter(s -> s.kinds().contains(scenario.failure().kind()))
                .forEach(s -> signals.add(s.text() + ". " + s.hint()));
        scenario.covered().stream()
                .filter(item -> item.get(Keys.READINESS_KIND).is(Words.ReadinessKind.ALERT))
                .forEach(item -> signals.add("Alert: " + item.title()));
        return signals;
    }

    private static List<String> placeholders(List<RunbookPage.Step> steps) {
        Set<String> names = new LinkedHashSet<>();
        for (RunbookPage.Step step : steps) {
            Matcher matcher = PLACEHOLDER.matcher(step.run());
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return List.copyOf(names);
    }

    /** Other failures that hit the same component: what it may be instead. */
    private List<PageLink> others(Here here, Scenario scenario, int most) {
        List<Entity> touched = scope.touched(scenario.failure().subject());
        List<PageLink> links = new ArrayList<>();
        for (Scenario other : scope.scenarios()) {
            boolean shares = scope.touched(other.failure().subject()).stream().anyMatch(touched::contains);
            if (other != scenario && shares && links.size() < most) {
                links.add(scope.link(here, Symptoms.of(other.failure()), "runbook", other.failure().id()));
            }
        }
        links.add(new PageLink("What do you see?", here.href("runbooks/index.html")));
        return links;
    }

    private List<PageLink> decide(Here here, Scenario scenario) {
        List<PageLink> links = new ArrayList<>();
        boolean diverges = scenario.data().stream()
                .anyMatch(d -> d.possible().contains(DataEffect.MAY_DIVERGE) || d.effects().contains(DataEffect.MAY_DIVERGE));
        if (diverges) {
            links.add(new PageLink("Both sides took writes: stop one side before anything else, then go to Verify", "#verify"));
        }
        links.add(new PageLink("It comes back by itself: go to Verify", "#verify"));
        scope.scenarios().stream()
                .filter(s -> s.failure().kind() == Words.FailureKind.RESTORE)
                .filter(s -> s != scenario && s.failure().subject().id().equals(scenario.failure().subject().id()))
                .findFirst()
                .ifPresent(s -> links.add(scope.link(here, "Data are gone: " + s.failure().title(), "runbook", s.failure().id())));
        links.add(new PageLink("It does not come back: go to Recover", "#recover"));
        return links.subList(0, Math.min(3, links.size()));
    }

    private List<String> escalateIf(Scenario scenario) {
        List<String> list = new ArrayList<>();
        list.add(scenario.recovery().worst()
                .map(worst -> "It is not back after " + ValueType.Span.text(worst) + ", the longest time that the analysis expects.")
                .orElse("It is not back after 15 minutes. How long recovery takes is not stated."));
        scope.architecture().system().get(Keys.RTO).value()
                .ifPresent(rto -> list.add("The outage nears " + ValueType.Span.text(rto) + ", the recovery time objective."));
        scenario.data().stream()
                .filter(d -> d.effects().contains(DataEffect.MAY_LOSE) || d.possible().contains(DataEffect.MAY_LOSE))
                .findFirst()
                .ifPresent(d -> list.add("A step could lose data of " + d.domain().title() + (d.loss().isEmpty() ? "." : ": " + d.loss() + ".")));
        return list;
    }

    private List<PageLink> incidents(Here here, List<Entity> touched) {
        Set<String> ids = new LinkedHashSet<>();
        touched.forEach(entity -> scope.review().input().linked().technology(entity).ifPresent(t -> ids.addAll(t.incidents())));
        return ids.stream()
                .map(id -> scope.edition().named(here, EntryKind.INCIDENT, id))
                .filter(link -> !link.href().isEmpty())
                .limit(5)
                .toList();
    }
}
