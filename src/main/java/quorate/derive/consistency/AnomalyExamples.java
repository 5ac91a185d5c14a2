package quorate.derive.consistency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorate.catalog.Anomaly;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words.Purpose;

/** Tells the examples of anomalies in the names of a system. */
final class AnomalyExamples {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");

    private final Architecture architecture;
    private final Entity domain;
    private final Optional<Entity> authority;
    private final String writer;
    private final String rule;

    AnomalyExamples(Architecture architecture, Entity domain, Optional<Entity> authority) {
        this.architecture = architecture;
        this.domain = domain;
        this.authority = authority;
        this.writer = user(authority, Purpose.WRITE).orElse("a writer");
        this.rule = domain.get(Keys.INVARIANTS).or(List.of()).stream()
                .flatMap((Facts one) -> one.get(Keys.INVARIANT).value().stream())
                .findFirst()
                .map(text -> "\"" + text + "\"")
                .orElse("a rule that each alone keeps");
    }

    /** @param store that answers by this way, where it is a way of reading */
    String of(Anomaly anomaly, String way, Optional<Entity> store) {
        Map<String, String> names = Map.of(
                "data", domain.title(),
                "store", authority.map(Entity::title).orElse("its store"),
                "way", way,
                "writer", writer,
                "reader", user(store.or(() -> authority), Purpose.READ).orElse("a reader"),
                "rule", rule);
        String told = BLANK.matcher(anomaly.example())
                .replaceAll(blank -> Matcher.quoteReplacement(names.getOrDefault(blank.group(1), blank.group(1))));
        return told.startsWith("a ") ? "A" + told.substring(1) : told;
    }

    /** Who uses a store so; where nobody states that, who uses it and does not state for what. */
    private Optional<String> user(Optional<Entity> store, Purpose purpose) {
        return store.flatMap(one -> Stream.of(stating(one, purpose), open(one)).flatMap(List::stream).findFirst())
                .flatMap(architecture::component)
                .map(Entity::title);
    }

    private List<String> stating(Entity store, Purpose purpose) {
        return architecture.linksTo(store.id()).stream()
                .filter(link -> link.get(Keys.LINK_PURPOSE).is(purpose))
                .map(Link::from)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<String> open(Entity store) {
        return architecture.linksTo(store.id()).stream()
                .filter(link -> link.get(Keys.LINK_PURPOSE).isUnknown())
                .map(Link::from)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
