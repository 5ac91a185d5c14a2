package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Protocol;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;

/** All that one component sends to another, receives from it, reads or writes there, while it is collected. */
final class Wire {

    private final String id;
    private final Entity from;
    private final Entity to;
    private final Location at;
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private final List<Collection> kinds = new ArrayList<>();
    private Optional<Origin> answered = Optional.empty();
    private Optional<Protocol> protocol = Optional.empty();
    private boolean protocols;

    Wire(String id, Entity from, Entity to, Location at) {
        this.id = id;
        this.from = from;
        this.to = to;
        this.at = at;
    }

    String id() {
        return id;
    }

    /** @param word the field that says so: {@code sends} */
    void carries(String word, String message, Optional<Protocol> over) {
        words.add(word);
        messages.add(message);
        protocols = protocols || over.isPresent() && protocol.filter(p -> !p.plain().equals(over.get().plain())).isPresent();
        protocol = protocol.or(() -> over);
    }

    /** A message that goes from one to the other with nothing between them. */
    void direct(String message, Optional<Collection> kind, Optional<Protocol> over, Optional<Origin> waits) {
        carries("sends", kind.map(k -> k.name().toLowerCase(Locale.ROOT) + " ").orElse("") + message, over);
        kinds.add(kind.orElse(Collection.OTHER));
        answered = answered.or(() -> waits);
    }

    void uses(String word) {
        words.add(word);
    }

    Link link() {
        Facts.Builder facts = Facts.at(at);
        protocol.filter(p -> !protocols).ifPresent(p -> facts.set(Keys.PROTOCOL, Fact.of(p.word(), Origin.imported(p.at(), ""))));
        if (!kinds.isEmpty()) {
            call(facts);
        } else if (to.kind() == Kind.CHANNEL || from.kind() == Kind.CHANNEL) {
            message(facts);
        } else {
            Words.Purpose purpose = words.contains("writesTo") ? Words.Purpose.WRITE : Words.Purpose.READ;
            facts.set(Keys.LINK_PURPOSE, Fact.of(purpose, Origin.imported(at, how())));
        }
        return new Link(id, from.id(), to.id(), facts.build(), at);
    }

    private void call(Facts.Builder facts) {
        facts.set(Keys.NAME, Fact.of(Named.of(List.copyOf(messages)), Origin.imported(at, "")));
        answered.ifPresent(waits -> {
            facts.set(Keys.MODE, Fact.of(Words.LinkMode.SYNC, waits));
            facts.set(Keys.LINK_PURPOSE, Fact.of(Words.Purpose.CALL, waits));
        });
        if (kinds.stream().allMatch(kind -> kind == Collection.QUERY)) {
            facts.set(Keys.EFFECT, Fact.of(Words.Effect.READ_ONLY, Origin.detected(at, "queries alone")));
        }
    }

    private void message(Facts.Builder facts) {
        boolean consumes = words.stream().allMatch(word -> word.equals("receives") || word.equals("readsFrom"));
        facts.set(Keys.MODE, Fact.of(Words.LinkMode.ASYNC, Origin.detected(at, "an end is a channel")));
        facts.set(Keys.LINK_PURPOSE, Fact.of(
                consumes ? Words.Purpose.CONSUME : Words.Purpose.PUBLISH, Origin.imported(at, how())));
    }

    private String how() {
        return String.join(" and ", words) + (messages.isEmpty() ? "" : " " + Named.of(List.copyOf(messages)));
    }
}
