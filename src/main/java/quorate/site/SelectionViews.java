package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quorate.catalog.EntryKind;
import quorate.catalog.Pattern;
import quorate.model.Change;
import quorate.review.Selection;
import quorate.review.Trait;
import quorate.review.Turn;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Parts;
import quorate.site.page.SelectionView;
import quorate.site.page.Table;

/** Selections as pages show them: traits in the words of the pattern that they speak for. */
final class SelectionViews {

    private final ProjectScope scope;

    SelectionViews(ProjectScope scope) {
        this.scope = scope;
    }

    SelectionView view(Here here, Selection selection) {
        String key = selection.key();
        return new SelectionView(
                anchor(key),
                here.maybe(selection.concern().name(), "concern", selection.concern().id()),
                scope.subject(here, selection.subject()),
                scope.step(here, selection.concern().step()),
                selection.selected().map(r -> pattern(here, r.pattern())).orElse(PageLink.plain("none yet")),
                selection.inUse().map(p -> pattern(here, p)).orElse(PageLink.NONE),
                standing(selection),
                selection.selected().map(r -> reasons(here, r.pro(), r.pattern())).orElse(List.of()),
                selection.selected().map(r -> reasons(here, r.open(), r.pattern())).orElse(List.of()),
                selection.selected().map(r -> r.candidate().tradeOff()).map(t -> t == null ? "" : t).orElse(""),
                alternatives(here, selection),
                scope.project().sensitivity().turns(selection).stream().map(turn -> turn(here, selection, turn)).toList(),
                selection.flip().stream().map(Phrases::sentence).toList(),
                selection.selected().isPresent()
                        ? here.maybe("Decision record", "export", scope.id() + "/decisions/" + selection.slug() + ".md")
                        : PageLink.NONE);
    }

    /** The choices with what speaks for each; their rows in the matrix say the rest. */
    Table table(Here here, List<Selection> selections, Parts parts) {
        Rows rows = Rows.of("choices-table", "Pattern choices and what speaks for them", "Concern", "About", "Pattern", "Standing*", "Rationale");
        for (Selection selection : selections) {
            String pro = selection.selected()
                    .map(r -> r.pro().stream().map(t -> sentence(t, r.pattern())).collect(Collectors.joining(" ")))
                    .orElse("");
            rows.row(
                    anchor(selection.key()),
                    Table.Cell.of(scope.link(here, selection.concern().name(), "selection", selection.key())),
                    Table.Cell.of(scope.subject(here, selection.subject())),
                    Table.Cell.of(selection.selected().map(r -> pattern(here, r.pattern())).orElse(PageLink.plain("none yet"))),
                    Table.Cell.of(standing(selection), standing(selection).word()),
                    Table.Cell.of(pro.isEmpty() ? "No stated fact speaks for a candidate yet." : pro));
        }
        Table table = rows.table();
        return table.part(0, table.rows().size(), parts);
    }

    private SelectionView.Turn turn(Here here, Selection selection, Turn turn) {
        Change<?> change = turn.change();
        boolean own = change.subject().kind() == selection.subject().kind() && change.subject().id().equals(selection.subject().id());
        return new SelectionView.Turn(
                pattern(here, turn.pattern()),
                (own ? "its " : "the ") + Phrases.field(change.key()) + (own ? "" : " of " + ProjectScope.name(change.subject())),
                change.after(),
                change.before(),
                change.path().replace("->", "→"));
    }

    /** Stable id of a choice in a page, apart from those of the facts about the same subject. */
    static String anchor(String key) {
        return "choice-" + Slug.of(key);
    }

    private PageLink pattern(Here here, Pattern pattern) {
        return scope.edition().named(here, EntryKind.PATTERN, pattern.id());
    }

    static Mark standing(Selection selection) {
        if (selection.selected().isEmpty()) {
            return new Mark("unknown", "open");
        }
        if (selection.inUse().isEmpty()) {
            return new Mark("info", "proposed");
        }
        boolean same = selection.inUse().get().id().equals(selection.selected().get().pattern().id());
        return same ? new Mark("ok", "in use") : new Mark("medium", "differs");
    }

    private List<SelectionView.Reason> reasons(Here here, List<Trait> traits, Pattern pattern) {
        return traits.stream()
                .map(t -> new SelectionView.Reason(sentence(t, pattern), t.id(), scope.evidence(here, t.because())))
                .toList();
    }

    private static String sentence(Trait trait, Pattern pattern) {
        return pattern.force(trait.id()).orElse(Phrases.sentence(Phrases.words(trait.id())));
    }

    private List<SelectionView.Alternative> alternatives(Here here, Selection selection) {
        List<SelectionView.Alternative> list = new ArrayList<>();
        String chosen = selection.selected().map(r -> r.pattern().id()).orElse("");
        for (Selection.Ranked ranked : selection.ranked()) {
            if (!ranked.pattern().id().equals(chosen)) {
                String price = ranked.candidate().tradeOff() == null ? "" : ranked.candidate().tradeOff();
                list.add(new SelectionView.Alternative(pattern(here, ranked.pattern()), why(ranked), price));
            }
        }
        return list;
    }

    private static String why(Selection.Ranked ranked) {
        List<String> reasons = new ArrayList<>();
        ranked.contra().forEach(t -> reasons.add("against it: " + sentence(t, ranked.pattern())));
        ranked.lacking().forEach(t -> reasons.add("lacks: " + Phrases.words(t.id())));
        if (reasons.isEmpty()) {
            List<String> open = ranked.open().stream().map(t -> Phrases.words(t.id())).toList();
            reasons.add(ranked.pro().isEmpty() ? "no stated fact speaks for it" : "fewer stated facts speak for it");
            if (!open.isEmpty()) {
                reasons.add("not known: " + String.join(", ", open));
            }
        }
        return Phrases.capital(String.join("; ", reasons));
    }
}
