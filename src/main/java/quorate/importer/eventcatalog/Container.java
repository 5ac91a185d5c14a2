package quorate.importer.eventcatalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Recognizer;
import quorate.importer.Recognizer.Recognized;
import quorate.importer.Written;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;

/** What a file says of a data store, which EventCatalog calls a container, besides its name. */
final class Container {

    private static final Map<String, Words.StoreType> TYPES = Map.of(
            "database", Words.StoreType.DATABASE, "cache", Words.StoreType.CACHE, "objectstore", Words.StoreType.OBJECT_STORE,
            "searchindex", Words.StoreType.SEARCH_INDEX, "datawarehouse", Words.StoreType.DATABASE);
    private static final String SIDE = "(?:north|south|east|west|central|northeast|northwest|southeast|southwest)";
    /** Names of regions as clouds give them: {@code eu-west-1}, {@code europe-west1}, {@code westeurope}. */
    private static final String REGION = "[a-z]{2}(?:-[a-z]{3,4})?-" + SIDE + "-[1-9]|[a-z]{2,14}-" + SIDE + "[0-9]{1,2}|" + SIDE
            + "(?:us|europe|asia|india)[2-9]?|(?:uk|france|germany|canada|korea|japan|brazil|australia|norway|switzerland)"
            + SIDE;

    private final Resource resource;
    private final Optional<Written> type;
    private final Optional<Written> technology;
    private final Optional<Recognized> product;

    private Container(Resource resource, Optional<Written> technology, Optional<Recognized> product) {
        this.resource = resource;
        this.type = resource.text("container_type");
        this.technology = technology;
        this.product = product;
    }

    static Container of(Resource resource, Recognizer recognizer) {
        Optional<Written> technology = resource.text("technology");
        String word = technology.map(Written::text).orElse("").replaceFirst("@.*", "").strip().toLowerCase(Locale.ROOT)
                .replace(' ', '-');
        Optional<Recognized> product = word.isEmpty()
                ? Optional.empty() : recognizer.image(word).or(() -> recognizer.scheme(word));
        return new Container(resource, technology, product);
    }

    private String word() {
        return type.map(Written::text).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** A store, unless others run it, or its product hands messages on and its type is none of those that keep data. */
    Kind kind() {
        boolean open = word().isEmpty() || word().equals("other");
        boolean broker = open && product.filter(p -> p.kind() == Kind.CHANNEL).isPresent();
        return word().equals("externalsaas") ? Kind.EXTERNAL : broker ? Kind.CHANNEL : Kind.STORE;
    }

    void describe(Facts.Builder facts) {
        resource.text("purpose").ifPresent(p -> facts.set(Keys.PURPOSE, Fact.of(Parts.line(p), Origin.imported(p.at(), ""))));
        technology.ifPresent(written -> technology(written, facts));
        if (kind() == Kind.STORE) {
            type(facts);
        }
        Map<String, Origin> regions = regions();
        if (!regions.isEmpty()) {
            facts.set(Keys.PLACEMENT, Fact.of(List.copyOf(regions.keySet()), regions.values().iterator().next()));
        }
    }

    private void type(Facts.Builder facts) {
        Words.StoreType known = TYPES.get(word());
        if (known != null) {
            facts.set(Keys.STORE_TYPE, Fact.of(known, Origin.imported(type.get().at(), "container_type " + type.get().text())));
        } else {
            product.map(Recognized::type).flatMap(new ValueType.Choice<>(Words.StoreType.class)::of).ifPresent(found -> facts.set(
                    Keys.STORE_TYPE, Fact.of(found, Origin.detected(technology.get().at(), how(technology.get())))));
        }
    }

    /** {@code postgres@16}: a product and, behind the sign, its version. */
    private void technology(Written written, Facts.Builder facts) {
        String[] parts = written.text().strip().split("@", 2);
        Origin origin = Origin.imported(written.at(), "");
        facts.set(Keys.TECHNOLOGY, product.filter(p -> p.kind() == kind())
                .map(p -> Fact.of(p.technology(), Origin.detected(written.at(), how(written))))
                .orElseGet(() -> Fact.of(parts[0].strip(), origin)));
        if (parts.length == 2 && parts[1].matches("v?[0-9][0-9A-Za-z.+_-]{0,30}") && kind() != Kind.EXTERNAL) {
            facts.set(Keys.VERSION, Fact.of(parts[1].replaceFirst("^v", ""), origin));
        }
    }

    private static String how(Written technology) {
        return "technology " + technology.text().strip();
    }

    /** Where data must stay is often a law or a country; the name of a region says where they are. */
    Map<String, Origin> regions() {
        Map<String, Origin> regions = new LinkedHashMap<>();
        resource.text("residency").ifPresent(residency -> {
            List<String> words = List.of(residency.text().strip().toLowerCase(Locale.ROOT).split("\\s*[,;/]\\s*|\\s+"));
            if (words.stream().allMatch(word -> word.matches(REGION))) {
                Origin origin = Origin.detected(residency.at(), "residency " + residency.text().strip());
                words.forEach(word -> regions.put(word, origin));
            }
        });
        return regions;
    }
}
