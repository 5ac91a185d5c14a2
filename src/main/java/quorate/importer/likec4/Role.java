package quorate.importer.likec4;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Recognizer;
import quorate.importer.Recognizer.Recognized;
import quorate.importer.Written;
import quorate.model.Kind;
import quorate.model.Words.DomainKind;

/** What an element is by the word of its kind, its shape and its technology: kinds are named freely, shapes are not. */
enum Role {
    PERSON,
    STORE,
    CHANNEL,
    /** Something that runs by itself. */
    RUNS,
    /** A part of what runs or keeps data. */
    PART,
    /** A component of C4 or of anything: a part of what it stands in, unless that is only a border. */
    COMPONENT,
    BORDER,
    OTHER;

    private static final Set<String> PERSONS = words("actor person persona user customer staff role stakeholder");
    private static final Set<String> STORES = words("database db store datastore storage cache bucket warehouse");
    private static final Set<String> CHANNELS = words("queue topic bus broker");
    private static final Set<String> RUNNING = words(
            "app application webapp mobileapp website service microservice lambda function worker job cronjob gateway frontend"
                    + " backend api spa mobile server daemon bot agent process proxy");
    private static final Set<String> PARTS = words(
            "table collection schema column index view page screen query mutation resolver operation method endpoint class module"
                    + " package library controller handler entity repository field code file");
    private static final Set<String> BORDERS = words(
            "system subsystem softwaresystem enterprise organization organisation company domain subdomain boundary context group"
                    + " zone area platform cloud cluster namespace environment product landscape layer team workspace");

    /** By what is written of it, that of its kind included. */
    static Role of(Described what, Recognizer recognizer) {
        Set<String> words = words(what.kind.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[-_]", " "));
        words.add(what.kind.toLowerCase(Locale.ROOT));
        String shape = what.shape.orElse("");
        if (shape.equals("person") || any(words, PERSONS)) {
            return PERSON;
        }
        if (any(words, PARTS)) {
            return PART;
        }
        if (shape.equals("queue") || any(words, CHANNELS)) {
            return CHANNEL;
        }
        if (Set.of("storage", "cylinder", "bucket").contains(shape) || any(words, STORES)) {
            return STORE;
        }
        Optional<Role> product = product(what, recognizer);
        if (product.isPresent()) {
            return product.get();
        }
        boolean running = Set.of("browser", "mobile").contains(shape) || any(words, RUNNING);
        if (any(words, BORDERS) || what.kind.toLowerCase(Locale.ROOT).endsWith("system")) {
            return BORDER;
        }
        return words.contains("component") ? COMPONENT : running ? RUNS : OTHER;
    }

    private static Optional<Role> product(Described what, Recognizer recognizer) {
        String written = what.technologyOrIcon().map(Written::text).orElse("");
        String technology = written.toLowerCase(Locale.ROOT).strip().replace(' ', '-');
        return technology.isEmpty()
                ? Optional.empty()
                : recognizer.image(technology).or(() -> recognizer.scheme(technology)).map(Recognized::kind)
                        .filter(k -> k == Kind.STORE || k == Kind.CHANNEL).map(k -> k == Kind.STORE ? STORE : CHANNEL);
    }

    /** Whether it stands for itself wherever it is drawn. */
    boolean isDefinite() {
        return this == STORE || this == CHANNEL || this == RUNS;
    }

    /** Whether the kind says that others run it. */
    static boolean external(Described what) {
        return what.kind.toLowerCase(Locale.ROOT).startsWith("external") || what.tags.contains("external");
    }

    /** The fault domain that a kind of deployment node is by its name. */
    static Optional<DomainKind> place(String kind) {
        Set<String> words = words(kind.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[-_]", " "));
        if (any(words, words("zone az availabilityzone"))) {
            return Optional.of(DomainKind.ZONE);
        }
        if (words.contains("region") || words.contains("georegion")) {
            return Optional.of(DomainKind.REGION);
        }
        if (words.contains("rack")) {
            return Optional.of(DomainKind.RACK);
        }
        return any(words, words("vm host machine server")) ? Optional.of(DomainKind.HOST) : Optional.empty();
    }

    /** Whether a kind of deployment node separates production from the rest. */
    static boolean environment(String kind) {
        return any(words(kind.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("[-_]", " ")), words("environment env stage"));
    }

    private static boolean any(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static Set<String> words(String text) {
        List<String> all = Arrays.asList(text.toLowerCase(Locale.ROOT).split(" +"));
        return new HashSet<>(all);
    }
}
