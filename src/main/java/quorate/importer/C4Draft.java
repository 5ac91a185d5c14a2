package quorate.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.importer.C4Element.Level;
import quorate.importer.Recognizer.Recognized;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Problems;

/**
 * A C4 model as components and links.
 *
 * <table>
 *   <caption>How a model is read</caption>
 *   <tr><td>container</td><td>a component; a tag, shape or technology says whether a store or channel, else a service</td></tr>
 *   <tr><td>component</td><td>a part of its container, which takes over its relationships</td></tr>
 *   <tr><td>system without containers</td><td>an external where another system has some, else a service</td></tr>
 *   <tr><td>system with containers</td><td>a border; its own relationships repeat those of its containers</td></tr>
 *   <tr><td>person</td><td>no component; what persons use is a frontend</td></tr>
 *   <tr><td>relationship</td><td>from the one that depends, as C4 draws it: a link, synchronous unless its tags, its protocol or
 *       a channel at an end say otherwise</td></tr>
 *   <tr><td>deployment environment for production</td><td>the number of instances; none is known where there is no such
 *       one</td></tr>
 * </table>
 */
final class C4Draft {

    private static final Pattern STORE = Pattern.compile("data ?(base|store)( schema)?|db|storage|cylinder");
    private static final Pattern CHANNEL = Pattern.compile("(message )?(queue|topic|bus|broker)|pipe|event (bus|stream|log)");
    private static final Pattern CLIENT = Pattern.compile(
            "web ?browser|mobile ?app|single[- ]page application|spa|mobiledevice(portrait|landscape)|desktop app(lication)?");
    private static final Pattern PRODUCTION = Pattern.compile("(?i).*\\b(live|prod|production)\\b.*");
    private static final Pattern MESSAGES = Pattern.compile(
            "(?i).*\\b(amqp|kafka|mqtt|stomp|jms|async\\w*|events?|messages?|messaging)\\b.*");
    private static final Pattern CONSUMES = Pattern.compile(
            "(?i).*\\b(consum\\w+|subscrib\\w+|receiv\\w+|listens?|reads?|polls?)\\b.*");
    private static final Pattern PUBLISHES = Pattern.compile(
            "(?i).*\\b(publish\\w*|sends?|emits?|produc\\w+|writes?|enqueues?)\\b.*");
    private static final Pattern REPLICATES = Pattern.compile("(?i).*\\breplicat\\w+.*");
    private static final Pattern DELIVERS = Pattern.compile("(?i).*\\b(delivers?|serves?|downloads?)\\b.*");
    private static final Pattern PASSIVE = Pattern.compile("(?i).*\\bfrom\\b.*");

    private final C4Model model;
    private final Recognizer recognizer;
    private final Problems problems;
    private final Map<C4Element, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<C4Element> bordered = new HashSet<>();
    private final Set<C4Element> usedByPersons = new HashSet<>();

    private C4Draft(C4Model model, Recognizer recognizer, Problems problems) {
        this.model = model;
        this.recognizer = recognizer;
        this.problems = problems;
    }

    static Draft of(C4Model model, Recognizer recognizer, Problems problems, List<String> sources) {
        C4Draft draft = new C4Draft(model, recognizer, problems);
        draft.components();
        draft.deployment();
        draft.links();
        return new Draft(List.copyOf(draft.entities.values()), List.copyOf(draft.links.values()), problems.all(), sources);
    }

    private void components() {
        model.elements().stream().filter(e -> e.level == Level.CONTAINER).forEach(e -> e.parent.ifPresent(bordered::add));
        model.relations.stream().filter(r -> r.from().level == Level.PERSON).forEach(r -> usedByPersons.add(r.to().whole()));
        boolean detailed = !bordered.isEmpty();
        for (C4Element element : model.elements()) {
            if (element.level == Level.CONTAINER) {
                entities.put(element, container(element));
            } else if (element.level == Level.SYSTEM && !bordered.contains(element)) {
                Kind kind = detailed ? Kind.EXTERNAL : Kind.SERVICE;
                Facts.Builder facts = described(element);
                entities.put(element, new Entity(kind, id(element), facts.build(), element.at));
            }
        }
    }

    private Entity container(C4Element element) {
        Facts.Builder facts = described(element);
        Optional<Recognized> product = product(element);
        Kind kind = product.map(Recognized::kind).orElseGet(() -> kind(element));
        Origin how = Origin.detected(element.at, how(element, product));
        Location written = element.technology.map(Written::at).orElse(element.at);
        product.ifPresent(p -> facts.set(
                Keys.TECHNOLOGY, Fact.of(p.technology(), Origin.detected(written, how(element, product)))));
        if (kind == Kind.STORE) {
            Words.StoreType type = product.map(Recognized::type)
                    .flatMap(new ValueType.Choice<>(Words.StoreType.class)::of).orElse(Words.StoreType.DATABASE);
            facts.set(Keys.STORE_TYPE, Fact.of(type, how));
        } else if (kind == Kind.SERVICE) {
            product.map(Recognized::type)
                    .flatMap(new ValueType.Choice<>(Words.ServiceType.class)::of)
                    .ifPresent(type -> facts.set(Keys.SERVICE_TYPE, Fact.of(type, how)));
            if (usedByPersons(element)) {
                Origin person = Origin.detected(element.at, "a person uses it");
                facts.setIfUnknown(Keys.SERVICE_TYPE, Fact.of(Words.ServiceType.FRONTEND, person));
            }
        }
        return new Entity(kind, id(element), facts.build(), element.at);
    }

    private static Facts.Builder described(C4Element element) {
        Facts.Builder facts = Facts.at(element.at).set(Keys.NAME, Fact.of(element.name, Origin.imported(element.at, "")));
        element.description.filter(d -> !d.text().isBlank())
                .ifPresent(d -> facts.set(Keys.PURPOSE, Fact.of(d.text(), Origin.imported(d.at(), "description"))));
        return facts;
    }

    /** A product that the technology names: a store or channel by any of its words, a proxy only by all of them. */
    private Optional<Recognized> product(C4Element element) {
        String text = element.technology.map(Written::text).orElse("").toLowerCase(Locale.ROOT);
        if (text.isBlank() || client(element)) {
            return Optional.empty();
        }
        Optional<Recognized> whole = recognized(text.strip().replace(' ', '-'));
        for (String word : text.split("[^a-z0-9]+")) {
            if (whole.isEmpty()) {
                whole = recognized(word).filter(r -> r.kind() == Kind.STORE || r.kind() == Kind.CHANNEL);
            }
        }
        return whole;
    }

    private Optional<Recognized> recognized(String word) {
        return recognizer.image(word).or(() -> recognizer.scheme(word).filter(r -> r.kind() != Kind.SERVICE));
    }

    private Kind kind(C4Element element) {
        return marks(element).stream().anyMatch(m -> CHANNEL.matcher(m).matches())
                ? Kind.CHANNEL
                : marks(element).stream().anyMatch(m -> STORE.matcher(m).matches()) ? Kind.STORE : Kind.SERVICE;
    }

    private String how(C4Element element, Optional<Recognized> product) {
        return product.isPresent()
                ? "technology " + element.technology.map(Written::text).orElse("")
                : marks(element).stream().filter(m -> STORE.matcher(m).matches()).findFirst().map(m -> "marked " + m).orElse("");
    }

    /** Its tags, and the shapes in which those are drawn. */
    private Set<String> marks(C4Element element) {
        Set<String> marks = new LinkedHashSet<>(element.tags);
        element.tags.stream().filter(model.shapes::containsKey).map(model.shapes::get).forEach(marks::add);
        return marks;
    }

    /** What runs on the devices of users has as many instances as there are users. */
    private boolean client(C4Element element) {
        return marks(element).stream().anyMatch(m -> CLIENT.matcher(m).matches());
    }

    private boolean usedByPersons(C4Element element) {
        return client(element) || usedByPersons.contains(element);
    }

    private String id(C4Element element) {
        String own = Ids.ofTitle(element.name);
        String id = ids.contains(own) ? element.parent.map(p -> Ids.ofTitle(p.name) + "-").orElse("") + own : own;
        for (int n = 2; ids.contains(id); n++) {
            id = own + "-" + n;
        }
        ids.add(id);
        return id;
    }

    /** Instances of the environment that is production by its name, or the only one. */
    private void deployment() {
        List<String> environments = model.instances.stream().map(C4Model.Instance::environment).distinct().toList();
        List<String> production = environments.stream().filter(e -> PRODUCTION.matcher(e).matches()).toList();
        List<String> chosen = production.isEmpty() ? environments : production;
        if (chosen.size() > 1) {
            problems.warning(model.instances.get(0).at(), "none of the deployment environments " + String.join(", ", chosen)
                    + " is read, since it is not clear which is production", "Call one of them Live or Production.");
        }
        if (chosen.size() != 1) {
            return;
        }
        for (Map.Entry<C4Element, Entity> entry : Map.copyOf(entities).entrySet()) {
            List<C4Model.Instance> own = once(model.instances.stream()
                    .filter(i -> i.environment().equals(chosen.get(0)) && i.element() == entry.getKey()).toList());
            boolean runs = entry.getValue().kind() != Kind.EXTERNAL && !client(entry.getKey());
            if (runs && !own.isEmpty() && own.stream().allMatch(i -> i.count().isPresent())) {
                entities.put(entry.getKey(), entry.getValue().with(instances(entry.getValue(), own, chosen.get(0))));
            }
        }
    }

    /** Two workspaces may describe the same deployment. */
    private static List<C4Model.Instance> once(List<C4Model.Instance> all) {
        String first = all.isEmpty() ? "" : all.get(0).at().file();
        return all.stream().filter(i -> i.at().file().equals(first)).toList();
    }

    private Facts instances(Entity entity, List<C4Model.Instance> own, String environment) {
        int count = own.stream().mapToInt(i -> i.count().orElse(0)).sum();
        Facts.Builder facts = entity.facts().builder();
        facts.set(Keys.REPLICAS, Fact.of(count, Origin.imported(own.get(0).at(), "instances in " + environment)));
        boolean follows = model.between.stream().anyMatch(b -> REPLICATES.matcher(b.description()).matches()
                && b.environment().equals(environment) && at(own, b.from()) && at(own, b.to()));
        boolean both = model.between.stream()
                .filter(b -> REPLICATES.matcher(b.description()).matches())
                .anyMatch(b -> model.between.stream().anyMatch(o -> o.from().equals(b.to()) && o.to().equals(b.from())));
        if (follows && !both && entity.kind() == Kind.STORE) {
            Location at = model.between.stream().filter(b -> at(own, b.from())).findFirst().orElseThrow().at();
            Origin drawn = Origin.imported(at, "one node replicates to the other");
            facts.set(Keys.TOPOLOGY, Fact.of(Words.Topology.SINGLE_LEADER, drawn));
        }
        return facts.build();
    }

    private static boolean at(List<C4Model.Instance> own, String node) {
        return own.stream().anyMatch(i -> i.node().equals(node) || i.node().startsWith(node + "/"));
    }

    private void links() {
        List<C4Model.Relation> coarse = new ArrayList<>();
        for (C4Model.Relation relation : model.relations) {
            Entity from = entities.get(relation.from().whole());
            Entity to = entities.get(relation.to().whole());
            boolean person = relation.from().level == Level.PERSON || relation.to().level == Level.PERSON;
            if (from == null || to == null) {
                if (!person) {
                    coarse.add(relation);
                }
            } else if (from != to && client(relation.to().whole()) && DELIVERS.matcher(relation.description()).matches()) {
                links.putIfAbsent(Link.idOf(to.id(), from.id()), loaded(relation, to, from));
            } else if (from != to) {
                links.putIfAbsent(Link.idOf(from.id(), to.id()), link(relation, from, to));
            }
        }
        coarse.stream().filter(r -> !repeated(r)).forEach(r -> problems.warning(
                r.at(),
                "the relationship from " + r.from().name + " to " + r.to().name + " does not say which container it is about",
                "Draw it from or to the container."));
    }

    /** What runs on the devices of users needs the server that delivers it once, at its start. */
    private static Link loaded(C4Model.Relation relation, Entity client, Entity server) {
        Facts facts = Facts.at(relation.at())
                .set(Keys.NEED, Fact.of(Words.Need.STARTUP, Origin.detected(relation.at(), "it is delivered from there")))
                .build();
        return new Link(Link.idOf(client.id(), server.id()), client.id(), server.id(), facts, relation.at());
    }

    private Link link(C4Model.Relation relation, Entity from, Entity to) {
        Origin written = Origin.imported(relation.at(), "");
        Facts.Builder facts = Facts.at(relation.at());
        if (!relation.description().isBlank()) {
            facts.set(Keys.NAME, Fact.of(relation.description(), written));
        }
        if (!relation.technology().isBlank()) {
            facts.set(Keys.PROTOCOL, Fact.of(relation.technology(), written));
        }
        boolean channel = from.kind() == Kind.CHANNEL || to.kind() == Kind.CHANNEL;
        boolean async = relation.async() || channel || MESSAGES.matcher(relation.technology()).matches();
        String why = async ? asynchronous(relation, channel) : "a relationship that nothing marks as asynchronous";
        Words.LinkMode mode = async ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
        facts.set(Keys.MODE, Fact.of(mode, Origin.detected(relation.at(), why)));
        if (to.kind() == Kind.CHANNEL) {
            Origin words = Origin.detected(relation.at(), "by its words");
            purpose(relation.description()).ifPresent(p -> facts.set(Keys.LINK_PURPOSE, Fact.of(p, words)));
        }
        return new Link(Link.idOf(from.id(), to.id()), from.id(), to.id(), facts.build(), relation.at());
    }

    private static String asynchronous(C4Model.Relation relation, boolean channel) {
        return channel ? "an end is a channel" : relation.async() ? "tagged asynchronous" : "protocol " + relation.technology();
    }

    /** Of a relationship to a channel; words that fit both say nothing. */
    private static Optional<Words.Purpose> purpose(String description) {
        boolean consumes = CONSUMES.matcher(description).matches() || PASSIVE.matcher(description).matches();
        boolean publishes = PUBLISHES.matcher(description).matches();
        return consumes == publishes ? Optional.empty() : Optional.of(consumes ? Words.Purpose.CONSUME : Words.Purpose.PUBLISH);
    }

    /** Whether a finer relationship says the same of parts of both ends. */
    private boolean repeated(C4Model.Relation coarse) {
        return model.relations.stream().anyMatch(r -> r != coarse && entities.containsKey(r.from().whole())
                && entities.containsKey(r.to().whole()) && within(r.from(), coarse.from()) && within(r.to(), coarse.to()));
    }

    private static boolean within(C4Element element, C4Element outer) {
        return element == outer || element.parent.filter(p -> within(p, outer)).isPresent();
    }
}
