package quorate.catalog.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.catalog.Anomaly;
import quorate.catalog.AntiPattern;
import quorate.catalog.Catalog;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.Entry;
import quorate.catalog.Pattern;
import quorate.catalog.Technology;
import quorate.catalog.Term;
import quorate.source.Location;

/**
 * A name or alias stands for one thing, over all kinds, as search and the links of terms see it: without regard to case, hyphens
 * and spaces. A term may share its name with the page that it leads to.
 */
final class NameCheck {

    /** One that bears a name. */
    private record Bearer(String kind, String id, String name, String leadsTo, Location at) {
        boolean samePage(Bearer other) {
            return leadsTo.equals(other.kind + ":" + other.id) || other.leadsTo.equals(kind + ":" + id);
        }
    }

    private final Catalog catalog;
    private final Report report;
    private final Map<String, List<Bearer>> bearers = new LinkedHashMap<>();

    NameCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        catalog.entries().forEach(entry -> bear(entry.kind().word(), entry.id(), entry.name(), aliases(entry), "",
                report.places().of(entry, "aliases")));
        for (ConsistencyModel model : catalog.consistency().models().values()) {
            bear("model", model.id(), model.name(), model.aliases(), "",
                    report.places().of("consistency-models.yaml", "models", model.id(), "aliases"));
        }
        for (Anomaly anomaly : catalog.consistency().anomalies().values()) {
            bear("anomaly", anomaly.id(), anomaly.name(), anomaly.aliases(), "",
                    report.places().of("consistency-models.yaml", "anomalies", anomaly.id(), "aliases"));
        }
        catalog.formulas().values().forEach(f -> bear("calculator", f.id(), f.name(), List.of(), "", f.at()));
        catalog.terms().values().forEach(this::term);
        bearers.values().forEach(this::shared);
    }

    private void term(Term term) {
        bear("term", term.id(), term.term(), term.aliases(), term.see(), report.places().of("glossary.yaml", "terms", term.id()));
        for (String word : term.everyday()) {
            if (!word.equals(term.term()) && !term.aliases().contains(word)) {
                report.error(report.places().of("glossary.yaml", "terms", term.id(), "everyday"),
                        term.id() + ": everyday: '" + word + "' is none of its names", "");
            }
        }
    }

    private static List<String> aliases(Entry entry) {
        if (entry instanceof Pattern pattern) {
            return pattern.aliases();
        }
        if (entry instanceof AntiPattern anti) {
            return anti.aliases();
        }
        return entry instanceof Technology technology ? technology.aliases() : List.of();
    }

    private void bear(String kind, String id, String name, List<String> aliases, String leadsTo, Location at) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(aliases);
        Map<String, String> spellings = new LinkedHashMap<>();
        names.forEach(n -> spellings.putIfAbsent(plain(n), n));
        spellings.forEach((plain, written) -> bearers.computeIfAbsent(plain, p -> new ArrayList<>())
                .add(new Bearer(kind, id, written, leadsTo, at)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }

    private void shared(List<Bearer> all) {
        for (int i = 1; i < all.size(); i++) {
            Bearer one = all.get(i);
            List<Bearer> others = all.subList(0, i).stream().filter(other -> !other.samePage(one)).toList();
            if (!others.isEmpty()) {
                String owners = new TreeSet<>(others.stream().map(o -> o.kind() + " '" + o.id() + "'").toList()).stream()
                        .collect(Collectors.joining(" and the "));
                report.error(one.at(), "'" + one.name() + "', a name of the " + one.kind() + " '" + one.id() + "', is one of the "
                        + owners + " too", one.kind().equals("term")
                        ? "Let 'see' lead there, or keep the name for one." : "Keep it for one.");
            }
        }
    }
}
