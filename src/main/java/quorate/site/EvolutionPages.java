package quorate.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quorate.catalog.Entry;
import quorate.catalog.EntryKind;
import quorate.site.page.EvolutionPage;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the page on which a project's analysis is followed through its revisions. */
final class EvolutionPages {

    private static final Pattern CHOSEN = Pattern.compile("[a-z0-9-]+(?= selected| in use)");

    private final ProjectScope scope;

    EvolutionPages(ProjectScope scope) {
        this.scope = scope;
    }

    EvolutionPage page() {
        Here here = scope.at("evolution");
        Evolution evolution = scope.project().evolution();
        String line = Phrases.capital(Phrases.count(evolution.moments().size(), "revision")) + ", newest first, all analysed by the rules of today"
                + (evolution.isDue() ? ". After five revisions the pattern choices are due for a review." : ".");
        FrameBuilder frame = scope.frame(here, "evolution", "Evolution")
                .about(line)
                .heading(evolution.isDue(), "Did the choices hold?", "choices")
                .find("Evolution", List.of(scope.title() + " evolution", "what changed"), "");
        evolution.moments().forEach(moment -> frame.heading(moment.title(), anchor(moment)));
        return new EvolutionPage(frame.build(), line, evolution.note(), evolution.isDue(), named(evolution.held()), named(evolution.moved()),
                evolution.moments().stream().map(this::step).toList());
    }

    private EvolutionPage.Step step(Moment moment) {
        Rows rows = Rows.of("changes-" + Slug.of(moment.brief()), "Changes with " + moment.brief(), "Subject", "Matter*", "Before", "After");
        for (Moment.Change change : moment.changes()) {
            rows.row("", Table.Cell.of(change.subject().replace("->", "→")), Table.Cell.of(change.matter()),
                    side(change, change.before()), side(change, change.after()));
        }
        return new EvolutionPage.Step(anchor(moment), commit(moment), moment.title(), moment.date(), summary(moment), rows.table());
    }

    private Table.Cell side(Moment.Change change, String value) {
        String absent = change.matter().equals("fact") ? "not stated" : "not there";
        return Table.Cell.of(value.isEmpty() ? absent : Phrases.brief(named(value), 160));
    }

    private List<String> named(List<String> choices) {
        return choices.stream().map(this::named).toList();
    }

    /** {@code raft selected} with the name of the pattern for its id. */
    private String named(String choice) {
        return CHOSEN.matcher(choice).replaceAll(id -> Matcher.quoteReplacement(
                scope.edition().input().catalog().entry(EntryKind.PATTERN, id.group()).map(Entry::name).orElse(id.group())));
    }

    static String anchor(Moment moment) {
        return "revision-" + Slug.of(moment.brief());
    }

    private PageLink commit(Moment moment) {
        return scope.project().folder().isEmpty() || moment.commit().isEmpty()
                ? PageLink.plain(moment.brief())
                : new PageLink(moment.brief(), scope.edition().commit(moment.commit()));
    }

    /** What changed in numbers: {@code 2 findings came or went, 1 scenario moved}. */
    static String summary(Moment moment) {
        if (!moment.note().isEmpty()) {
            return moment.note();
        }
        Map<String, Long> counts = moment.changes().stream()
                .collect(Collectors.groupingBy(Moment.Change::matter, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "Nothing that is analysed changed."
                : Phrases.capital(Phrases.list(counts.entrySet().stream().map(c -> Phrases.count(c.getValue(), c.getKey())).toList())) + " changed.";
    }
}
