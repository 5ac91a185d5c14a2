package quorate.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.catalog.ChecklistItem;
import quorate.catalog.EntryKind;
import quorate.catalog.Term;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.site.page.ChecklistPage;
import quorate.site.page.GlossaryPage;
import quorate.site.page.Item;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;
import quorate.site.page.VocabularyPage;
import quorate.source.Location;

/** Builds glossary, checklist and "what you can state". */
final class ReferencePages {

    private final Edition edition;

    ReferencePages(Edition edition) {
        this.edition = edition;
    }

    GlossaryPage glossary() {
        Here here = edition.at("page", "glossary");
        FrameBuilder frame = edition.frame(here, "glossary", "Glossary").about("The words of this site, each in a sentence.");
        Map<String, List<GlossaryPage.Term>> letters = new TreeMap<>();
        List<Term> terms = new ArrayList<>(edition.input().catalog().terms().values());
        terms.sort(java.util.Comparator.comparing((Term t) -> t.term().toLowerCase(Locale.ROOT)).thenComparing(Term::id));
        for (Term term : terms) {
            String anchor = "term-" + Slug.of(term.id());
            letters.computeIfAbsent(IndexPages.letter(term.term()), l -> new ArrayList<>())
                    .add(new GlossaryPage.Term(anchor, term.term(), term.aliases(), term.definition(), see(here, term), term.source()));
            frame.find("Term", term.term(), term.aliases(), anchor, term.definition(), "");
        }
        List<GlossaryPage.Letter> views = new ArrayList<>();
        letters.forEach((letter, list) -> views.add(new GlossaryPage.Letter("letter-" + Slug.of(letter), letter, list)));
        return new GlossaryPage(frame.build(), views);
    }

    private PageLink see(Here here, Term term) {
        int colon = term.see().indexOf(':');
        if (colon < 0) {
            return PageLink.NONE;
        }
        String kind = term.see().substring(0, colon);
        String id = term.see().substring(colon + 1);
        PageLink link = edition.reference(here, kind, id);
        if (link.href().isEmpty()) {
            edition.remarks().warn(Location.of("catalog/glossary.yaml"),
                    "refers to " + kind + " '" + id + "', which the catalog does not have",
                    "Correct the id, or add the entry; until then no link is shown.");
        }
        return link.href().isEmpty() ? PageLink.NONE : link;
    }

    ChecklistPage checklist() {
        Here here = edition.at("page", "checklist");
        FrameBuilder frame = edition.frame(here, "checklist", "Checklist")
                .about("The six steps of a review and what each of them answers.")
                .find("Page", List.of("six steps"), "");
        List<ChecklistPage.Step> steps = new ArrayList<>();
        for (ReviewStep step : ReviewStep.all()) {
            frame.heading(step.full(), step.slug());
            List<Item> items = edition.input().catalog().checklist().stream()
                    .filter(item -> item.step() == step.number())
                    .map(item -> item(here, item))
                    .toList();
            steps.add(new ChecklistPage.Step(step.slug(), step.full(), step.question(), items));
        }
        return new ChecklistPage(frame.build(), steps);
    }

    private Item item(Here here, ChecklistItem item) {
        List<PageLink> rules = item.rules().stream()
                .map(id -> here.maybe(edition.named(here, EntryKind.RULE, id).text(), "rule", id))
                .toList();
        List<String> computations = item.computations().stream().map(Phrases::words).toList();
        return new Item(Addresses.anchor(item.id()), item.id(), item.text(), Mark.NONE, List.of(), rules, computations);
    }

    VocabularyPage vocabulary() {
        Here here = edition.at("page", "vocabulary");
        FrameBuilder frame = edition.frame(here, "vocabulary", "What you can state")
                .about("Every field of architecture.yaml. What is not stated is unknown, never assumed.")
                .find("Page", List.of("architecture.yaml", "fields", "keys"), "");
        List<VocabularyPage.Section> sections = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String anchor = Slug.of(kind.word());
            frame.heading(Phrases.capital(kind.word()), anchor);
            sections.add(new VocabularyPage.Section(anchor, Phrases.capital(kind.word()), kind.help() + " " + Phrases.capital(Phrases.count(Vocabulary.keys(kind).size(), "field")) + ".",
                    example(kind), groups(kind)));
        }
        return new VocabularyPage(frame.build(), sections);
    }

    private static String example(Kind kind) {
        if (kind == Kind.SYSTEM) {
            return "name: Shop\npurpose: Sells things and ships them.\n";
        }
        return kind.section() + ":\n" + (Vocabulary.isList(kind) ? "  - " : "  <id>:\n    ")
                + Vocabulary.keys(kind).stream().filter(k -> !k.id().contains(".")).findFirst()
                        .map(k -> k.id() + ": " + k.example()).orElse("") + "\n";
    }

    /** By the first part of their names; what has no such part, or shares it with none, comes first. */
    private static List<VocabularyPage.Group> groups(Kind kind) {
        Map<String, List<Key<?>>> named = new LinkedHashMap<>();
        for (Key<?> key : Vocabulary.keys(kind)) {
            named.computeIfAbsent(key.id().contains(".") ? key.id().substring(0, key.id().indexOf('.')) : "", k -> new ArrayList<>()).add(key);
        }
        Map<String, List<Key<?>>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        named.forEach((name, keys) -> groups.computeIfAbsent(keys.size() == 1 ? "" : name, k -> new ArrayList<>()).addAll(keys));
        groups.values().removeIf(List::isEmpty);
        String prefix = Slug.of(kind.word().replace(' ', '-'));
        return groups.entrySet().stream()
                .map(g -> new VocabularyPage.Group(
                        prefix + "-fields-" + (g.getKey().isEmpty() ? "general" : Slug.of(g.getKey())),
                        g.getKey().isEmpty() ? "general" : g.getKey(),
                        String.join(", ", g.getValue().stream().map(k -> k.id().substring(g.getKey().isEmpty() ? 0 : g.getKey().length() + 1)).toList()),
                        g.getValue().stream().map(k -> field(prefix, k)).toList()))
                .toList();
    }

    private static VocabularyPage.Field field(String prefix, Key<?> key) {
        return new VocabularyPage.Field(Slug.of(prefix + "." + key.id()), key.id(), key.help(), Phrases.capital(value(key.type())), key.example());
    }

    private static String value(ValueType<?> type) {
        if (type instanceof ValueType.Choice<?> choice) {
            return "one of " + choices(choice);
        }
        if (type instanceof ValueType.Several<?> several) {
            return "list of: " + value(several.of());
        }
        if (type instanceof ValueType.Records records) {
            return "list of: " + String.join(", ", records.keys().stream().map(Key::id).toList());
        }
        if (type instanceof ValueType.Reference reference) {
            return "id of a " + String.join(" or ", reference.kinds().stream().map(Kind::word).toList());
        }
        return plain(type).orElse("text");
    }

    private static <E extends Enum<E>> String choices(ValueType.Choice<E> choice) {
        return String.join(", ", java.util.Arrays.stream(choice.words().getEnumConstants()).map(choice::show).toList());
    }

    private static Optional<String> plain(ValueType<?> type) {
        if (type instanceof ValueType.Count) {
            return Optional.of("whole number");
        }
        if (type instanceof ValueType.Flag) {
            return Optional.of("true or false");
        }
        if (type instanceof ValueType.Span) {
            return Optional.of("time, as 500ms, 30s, 2h");
        }
        if (type instanceof ValueType.Share) {
            return Optional.of("share, as 99.95%");
        }
        if (type instanceof ValueType.Rate) {
            return Optional.of("rate, as 120/s");
        }
        return type instanceof ValueType.Day ? Optional.of("day, as 2026-03-31") : Optional.empty();
    }
}
