package quorate.export;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.source.Location;

/** Architectures with arbitrary facts and references that lead somewhere. The same seed gives the same one. */
final class RandomArchitecture {

    private static final Location AT = new Location("architecture.yaml", 7, 3);
    private static final List<String> IDS =
            List.of("a", "b-1", "c.d", "e_f", "0", "007", "1e3", "null", "yes", "No", "0x1F", "true", "y", "1.5", "Z9");
    private static final List<String> TEXTS = List.of(
            "plain words", "yes", "null", "~", "12", "-3", "1.5e3", "0o17", "2026-01-01", "a: b", "a #b", "#c", "- x", "[x]",
            "{x}", "x, y", "*a", "&a", "!t", "|", ">", "%d", "@at", "`tick`", "'single'", "\"double\"", "back\\slash", " lead",
            "trail ", "tab\there", "line\nbreak", "\r\n", "\u0007bell", "\u001b[1m", "umlaut \u00e4\u00f6", "\uD83D\uDE00", "",
            "::error::", "]]>", "=cmd()", "<<", "? q", "key:", "\u2028", "\uFEFFbom", "x".repeat(300) + " " + "y".repeat(300));

    private final Random random;
    private final Map<Kind, List<String>> ids = new LinkedHashMap<>();

    RandomArchitecture(long seed) {
        this.random = new Random(seed);
    }

    Architecture architecture() {
        List<String> components = new ArrayList<>(IDS);
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM && kind != Kind.LINK && kind != Kind.ACCEPTANCE) {
                List<String> mine = new ArrayList<>();
                for (int i = random.nextInt(3) + 1; i > 0; i--) {
                    List<String> from = kind.isComponent() ? components : IDS;
                    String id = from.get(random.nextInt(from.size()));
                    if (!mine.contains(id)) {
                        mine.add(id);
                    }
                    if (kind.isComponent()) {
                        components.remove(id);
                    }
                }
                ids.put(kind, mine);
            }
        }
        List<String> ends = new ArrayList<>();
        Kind.components().forEach(kind -> ends.addAll(ids.get(kind)));
        String from = pick(ends);
        String to = pick(ends);
        ids.put(Kind.LINK, List.of(Link.idOf(from, to), "second"));
        List<Link> links = List.of(link(Link.idOf(from, to), from, to), link("second", from, to));
        List<Entity> entities = new ArrayList<>();
        ids.forEach((kind, list) -> {
            if (kind != Kind.LINK) {
                list.forEach(id -> entities.add(new Entity(kind, id, parent(facts(Vocabulary.keys(kind), 4), id, list), AT)));
            }
        });
        entities.add(acceptance());
        Entity system = new Entity(Kind.SYSTEM, "random", facts(Vocabulary.keys(Kind.SYSTEM), 3), AT);
        return Architecture.of(system, entities, links, List.of(), List.of(), List.of());
    }

    /** Fault domains form a tree: the first contains the others. */
    private static Facts parent(Facts facts, String id, List<String> all) {
        boolean root = id.equals(all.get(0)) || facts.get(Keys.PARENT).isUnknown();
        return root ? facts.without(Keys.PARENT) : facts.with(Keys.PARENT, fact(all.get(0)));
    }

    private Link link(String id, String from, String to) {
        Facts.Builder facts = facts(Vocabulary.keys(Kind.LINK), 3).builder();
        facts.set(Keys.FROM, fact(from)).set(Keys.TO, fact(to));
        return new Link(id, from, to, facts.set(Keys.ID, fact(id)).build(), AT);
    }

    private Entity acceptance() {
        Facts facts = facts(Vocabulary.keys(Kind.ACCEPTANCE), 2)
                .with(Keys.ACCEPTED_RULE, fact("some-rule"))
                .with(Keys.ACCEPTED_SUBJECT, fact("a -> b"))
                .with(Keys.REASON, fact("why"));
        return new Entity(Kind.ACCEPTANCE, "some-rule@a -> b", facts, AT);
    }

    private static <T> Fact<T> fact(T value) {
        return Fact.of(value, Origin.declared(AT));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One key in {@code one} is stated, some of them as none. */
    private Facts facts(List<Key<?>> keys, int one) {
        Facts.Builder facts = Facts.at(AT);
        keys.stream().filter(key -> random.nextInt(one) == 0).forEach(key -> state(facts, key));
        return facts.build();
    }

    private <T> void state(Facts.Builder facts, Key<T> key) {
        boolean hasNone = !(key.type() instanceof ValueType.Flag || key.type() instanceof ValueType.Choice);
        if (hasNone && random.nextInt(12) == 0 && !key.equals(Keys.FROM) && !key.equals(Keys.TO)) {
            facts.set(key, Fact.none(Origin.declared(AT)));
            return;
        }
        T value = value(key.type());
        if (value != null) {
            facts.set(key, fact(value));
        }
    }

    /** Null where nothing can be referred to. */
    @SuppressWarnings("unchecked")
    private <T> T value(ValueType<T> type) {
        Object value = "";
        if (type instanceof ValueType.Text) {
            value = pick(TEXTS);
        } else if (type instanceof ValueType.Count) {
            value = random.nextInt(random.nextBoolean() ? 9 : 999_999_999);
        } else if (type instanceof ValueType.Flag) {
            value = random.nextBoolean();
        } else if (type instanceof ValueType.Span) {
            value = random.nextBoolean() ? Duration.ofSeconds(random.nextInt(100_000)) : Duration.ofNanos(random.nextInt());
            value = ((Duration) value).abs();
        } else if (type instanceof ValueType.Share) {
            value = random.nextBoolean() ? random.nextInt(101) / 100.0 : random.nextDouble();
        } else if (type instanceof ValueType.Rate) {
            value = random.nextBoolean() ? random.nextInt(10_000) : random.nextDouble() * 1000;
            value = ((Number) value).doubleValue();
        } else if (type instanceof ValueType.Day) {
            value = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5000));
        } else if (type instanceof ValueType.Choice<?> choice) {
            value = pick(List.of(choice.words().getEnumConstants()));
        } else if (type instanceof ValueType.Reference reference) {
            List<String> known = new ArrayList<>();
            reference.kinds().forEach(kind -> known.addAll(ids.getOrDefault(kind, List.of())));
            value = known.isEmpty() ? null : pick(known);
        } else if (type instanceof ValueType.Several<?> several) {
            value = several(several.of());
        } else if (type instanceof ValueType.Records records) {
            value = records(records);
        }
        return (T) value;
    }

    private List<Object> several(ValueType<?> type) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            Object value = value(type);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private List<Facts> records(ValueType.Records type) {
        List<Facts> records = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Facts.Builder facts = facts(type.keys(), 2).builder();
            for (Key<?> key : type.keys()) {
                if (type.required().contains(key.id())) {
                    required(facts, key);
                }
            }
            records.add(facts.build());
        }
        return List.copyOf(records);
    }

    private <T> void required(Facts.Builder facts, Key<T> key) {
        T value = value(key.type());
        facts.set(key, fact(value));
    }
}
