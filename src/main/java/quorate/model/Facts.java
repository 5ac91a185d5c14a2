package quorate.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import quorate.source.Location;

/** The stated facts of one subject, in the order in which the vocabulary lists their keys. */
public final class Facts {

    private final Map<Key<?>, Fact<?>> facts;
    private final Location at;
    private final Fact<?> unknown;
    private final Consumer<Key<?>> reader;

    private Facts(Map<Key<?>, Fact<?>> facts, Location at, Consumer<Key<?>> reader) {
        this.facts = Collections.unmodifiableMap(facts);
        this.at = at;
        this.unknown = Fact.unknown(at);
        this.reader = reader;
    }

    /** No facts; {@code at} is where they could be stated. */
    public static Facts none(Location at) {
        return new Facts(Map.of(), at, key -> {});
    }

    public static Builder at(Location at) {
        return new Builder(at);
    }

    /** The fact of that key; unknown when nothing is stated. */
    @SuppressWarnings("unchecked")
    public <T> Fact<T> get(Key<T> key) {
        reader.accept(key);
        Fact<?> fact = facts.get(key);
        return (Fact<T>) (fact == null ? unknown : fact);
    }

    public boolean has(Key<?> key) {
        reader.accept(key);
        return facts.containsKey(key);
    }

    /** The same facts; the reader is told of each key that is asked for, stated or not. */
    public Facts observed(Consumer<Key<?>> reader) {
        return new Facts(facts, at, reader);
    }

    public Collection<Key<?>> keys() {
        return facts.keySet();
    }

    public Location at() {
        return at;
    }

    public boolean isEmpty() {
        return facts.isEmpty();
    }

    /** A copy with one fact set or replaced. */
    public <T> Facts with(Key<T> key, Fact<T> fact) {
        return builder().set(key, fact).build();
    }

    /** A copy without that fact. */
    public Facts without(Key<?> key) {
        Builder builder = builder();
        builder.facts.remove(key);
        return builder.build();
    }

    public Builder builder() {
        Builder builder = new Builder(at);
        builder.facts.putAll(facts);
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && facts.equals(that.facts) && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return facts.toString();
    }

    /** Collects facts; setting a key again replaces it. */
    public static final class Builder {
        private final Map<Key<?>, Fact<?>> facts = new LinkedHashMap<>();
        private final Location at;

        private Builder(Location at) {
            this.at = at;
        }

        /** Sets the fact; an unknown one is left out. */
        public <T> Builder set(Key<T> key, Fact<T> fact) {
            if (!fact.isUnknown()) {
                facts.put(key, fact);
            }
            return this;
        }

        /** Sets the fact unless the key is stated already. */
        public <T> Builder setIfUnknown(Key<T> key, Fact<T> fact) {
            return facts.containsKey(key) ? this : set(key, fact);
        }

/** Adds what another subject's facts say and these leave open. */
        public Builder addUnknown(Facts more) {
            more.keys().forEach(key -> addUnknown(key, more));
            return this;
        }

        private <T> void addUnknown(Key<T> key, Facts more) {
            setIfUnknown(key, more.get(key));
        }

        public boolean has(Key<?> key) {
            return facts.containsKey(key);
        }

        public Facts build() {
            Map<Key<?>, Fact<?>> sorted = new LinkedHashMap<>();
            facts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            return new Facts(sorted, at, key -> {});
        }
    }
}
