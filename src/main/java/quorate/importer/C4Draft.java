package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
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
 * A C4 model as components, links and fault domains.
 *
 * <table>
 *   <caption>How a model is read</caption>
 *   <tr><td>container</td><td>a component; a tag, shape or technology says whether a store or channel, else a service</td></tr>
 *   <tr><td>component</td><td>a part of its container, which takes over its relationships</td></tr>
 *   <tr><td>system without containers</td><td>an external where another system has some, else a service, unless the format
 *       tells which</td></tr>
 *   <tr><td>system with containers</td><td>a border; its own relationships repeat those of its containers</td></tr>
 *   <tr><td>person</td><td>no component; what persons use is a frontend</td></tr>
 *   <tr><td>relationship</td><td>from the one that depends, as C4 draws it: a link, synchronous unless its tags, its protocol or
 *       a channel at an end say otherwise</td></tr>
 *   <tr><td>deployment environment for production</td><td>the number of instances; none is known where there is no such
 *       one</td></tr>
 * </table>
 */
public final class C4Draft {

    private static final Pattern STORE = Pattern.compile("data ?(base|store)( schema)?|db|storage|cylinder");
    private static final Pattern STORE_TECHNOLOGY = Pattern.compile(
            "(?i)((relational|document|sql|nosql|graph|key[- ]value|time[- ]series) )?data ?(base|store)( schema)?"
                    + "|(event|object|document|key[- ]value|blob) ?(store|storage)|search (index|engine)|file ?(share|storage)");
    private static final Pattern CHANNEL = Pattern.compile("(message )?(queue|topic|bus|broker)|pipe|event (bus|stream|log)");
    private static final Pattern CLIENT = Pattern.compile(
            "web ?browser|mobile ?app|single[- ]page application|spa|mobiledevice(portrait|landscape)|desktop app(lication)?");
    private static final Pattern PRODUCTION = Pattern.compile("(?i).*\\b(live|prod|production)\\b.*");

    private static final int MANY = 100;

    private final C4Model model;
    private final Recognizer recognizer;
    private final Problems problems;
    private final Map<C4Element, Entity> entities = new LinkedHashMap<>();
    private final Map<String, Entity> places = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    /** Of each name that is taken, the number of the last one. */
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<C4Element> bordered = new HashSet<>();
    private final Set<C4Element> usedByPersons = new HashSet<>();

    private C4Draft(C4Model model, Recognizer recognizer, Problems problems) {
        this.model = model;
        this.recognizer = recognizer;
        this.problems = problems;
    }

    public static Draft of(C4Model model, Recognizer recognizer, Problems problems, List<String> sources) {
        C4Draft draft = new C4Draft(model, recognizer, problems);
        draft.components();
        draft.deployment();
        draft.links();
        List<Entity> all = new ArrayList<>(draft.entities.values());
        all.addAll(draft.places.values());
        return new Draft(all, List.copyOf(draft.links.values()), problems.all(), sources);
    }

    private void components() {
        model.elements().stream().filter(e -> e.level == Level.CONTAINER).forEach(e -> e.parent.ifPresent(bordered::add));
        model.relations.stream().filter(r -> r.from().level == Level.PERSON).forEach(r -> usedByPersons.add(r.to().whole()));
        boolean detailed = !bordered.isEmpty();
        for (C4Element element : model.elements()) {
            if (element.level == Level.CONTAINER && !element.border) {
                entities.put(element, element.external.orElse(false) ? external(element) : container(element));
            } else if (element.level == Level.SYSTEM && !element.border && !bordered.contains(element)) {
                entities.put(element, system(element, detailed));
            }
        }
    }

    /** @param detailed whether another system is drawn with its containers */
    private Entity system(C4Element element, boolean detailed) {
        if (element.external.orElse(detailed)) {
            return external(element);
        }
        return element.external.isPresent()
                ? container(element)
                : new Entity(Kind.SERVICE, id(element), described(element).build(), element.at);
    }

    private Entity external(C4Element element) {
        Facts.Builder facts = described(element);
        Location written = element.technology.map(Written::at).orElse(element.at);
        product(element).ifPresent(p -> facts.set(Keys.TECHNOLOGY, Fact.of(
                p.technology(), Origin.detected(written, how(element, Optional.of(p))))));
        return new Entity(Kind.EXTERNAL, id(element), facts.build(), element.at);
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
                    .flatMap(new ValueType.Choice<>(Words.StoreType.class)::of).orElseGet(() -> storeType(element));
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
        if (marks(element).stream().anyMatch(m -> CHANNEL.matcher(m).matches())) {
            return Kind.CHANNEL;
        }
        boolean store = marks(element).stream().anyMatch(m -> STORE.matcher(m).matches()) || storeByTechnology(element);
        return store ? Kind.STORE : Kind.SERVICE;
    }

    /** A technology that names a kind of store and no product: {@code Event Store}. */
    private static boolean storeByTechnology(C4Element element) {
        return element.technology.filter(t -> STORE_TECHNOLOGY.matcher(t.text().strip()).matches()).isPresent();
    }

    /** By the words of the technology; what is marked a store is a database unless they say more. */
    private static Words.StoreType storeType(C4Element element) {
        String words = element.technology.map(Written::text).orElse("").toLowerCase(Locale.ROOT);
        return words.matches("event ?store") ? Words.StoreType.EVENT_LOG
                : words.matches("search.*") ? Words.StoreType.SEARCH_INDEX
                : words.matches("(object|blob|file).*") ? Words.StoreType.OBJECT_STORE : Words.StoreType.DATABASE;
    }

    private String how(C4Element element, Optional<Recognized> product) {
        return product.isPresent()
                ? "technology " + element.technology.map(Written::text).orElse("")
                : marks(element).stream().filter(m -> STORE.matcher(m).matches()).findFirst().map(m -> "marked " + m)
                        .or(() -> element.technology.map(t -> "technology " + t.text())).orElse("");
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
        String own = element.id.map(Ids::ofName).orElseGet(() -> Ids.ofTitle(element.name));
        String id = ids.contains(Ids.plain(own)) ? element.parent.map(p -> Ids.ofTitle(p.name) + "-").orElse("") + own : own;
        while (!ids.add(Ids.plain(id))) {
            id = own + "-" + numbers.merge(own, 2, (last, first) -> last + 1);
        }
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
        Map<C4Element, List<C4Model.Instance>> deployed = new LinkedHashMap<>();
        model.instances.stream().filter(i -> i.environment().equals(chosen.get(0)))
                .forEach(i -> deployed.computeIfAbsent(i.element(), e -> new ArrayList<>()).add(i));
        deployed.forEach((element, all) -> {
            Entity entity = entities.get(element);
            if (entity != null && entity.kind() != Kind.EXTERNAL && !client(element)) {
                entities.put(element, entity.with(instances(entity, all, chosen.get(0))));
            }
        });
    }

    private Facts instances(Entity entity, List<C4Model.Instance> own, String environment) {
        Facts.Builder facts = entity.facts().builder();
        boolean counted = own.stream().allMatch(i -> i.count().isPresent());
        long count = own.stream().mapToLong(i -> i.count().orElse(1)).sum();
        if (counted && count <= Integer.MAX_VALUE) {
            facts.set(Keys.REPLICAS, Fact.of((int) count, Origin.imported(own.get(0).at(), "instances in " + environment)));
        }
        if (entity.kind() == Kind.STORE) {
            replication(own, environment).ifPresent(fact -> facts.set(Keys.TOPOLOGY, fact));
        }
        if (own.stream().allMatch(i -> i.place().isPresent())) {
            Origin drawn = Origin.imported(own.get(0).at(), "nodes of " + environment);
            facts.set(Keys.PLACEMENT, Fact.of(placement(own, counted && count <= MANY), drawn));
            own.forEach(i -> place(environment, i.place().get()));
        }
        return facts.build();
    }

    /** What an arrow from one of its instances to another says; two of them that face each other, of two that both lead. */
    private Optional<Fact<Words.Topology>> replication(List<C4Model.Instance> own, String environment) {
        List<C4Model.Between> copies = model.between.stream()
                .filter(b -> C4Links.replicates(b.description()) && b.environment().equals(environment))
                .filter(b -> at(own, b.from()) && at(own, b.to()) && !b.from().equals(b.to()))
                .toList();
        boolean both = copies.stream()
                .anyMatch(b -> copies.stream().anyMatch(o -> o.from().equals(b.to()) && o.to().equals(b.from())));
        return copies.stream().findFirst().map(first -> both
                ? Fact.of(Words.Topology.MULTI_LEADER, Origin.imported(first.at(), "two nodes replicate to each other"))
                : Fact.of(Words.Topology.SINGLE_LEADER, Origin.imported(first.at(), "one node replicates to the other")));
    }

    /** @param each one entry an instance, else one a fault domain */
    private static List<String> placement(List<C4Model.Instance> own, boolean each) {
        List<String> all = new ArrayList<>();
        for (C4Model.Instance instance : own) {
            for (int i = 0; i < (each ? instance.count().orElse(1) : 1); i++) {
                all.add(instance.place().orElseThrow());
            }
        }
        return each ? all : all.stream().distinct().toList();
    }

    /** The fault domain and those around it. */
    private void place(String environment, String id) {
        C4Model.Place place = model.places.getOrDefault(environment, Map.of()).get(id);
        if (place == null || places.containsKey(id)) {
            return;
        }
        Origin written = Origin.imported(place.at(), "");
        Facts.Builder facts = Facts.at(place.at())
                .set(Keys.NAME, Fact.of(place.name(), written))
                .set(Keys.DOMAIN_KIND, Fact.of(place.kind(), written));
        place.parent().ifPresent(parent -> facts.set(Keys.PARENT, Fact.of(parent, written)));
        places.put(id, new Entity(Kind.FAULT_DOMAIN, id, facts.build(), place.at()));
        place.parent().ifPresent(parent -> place(environment, parent));
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
            } else if (from != to && client(relation.to().whole()) && C4Links.delivers(relation)) {
                links.putIfAbsent(Link.idOf(to.id(), from.id()), C4Links.loaded(relation, to, from));
            } else if (from != to) {
                links.putIfAbsent(Link.idOf(from.id(), to.id()), C4Links.link(relation, from, to));
            }
        }
        Set<Ends> finer = coarse.isEmpty() ? Set.of() : repeated(coarse);
        coarse.stream().filter(r -> !finer.contains(new Ends(r.from(), r.to()))).forEach(r -> problems.warning(
                r.at(),
                "the relationship from " + r.from().name + " to " + r.to().name + " does not say which container it is about",
                "Draw it from or to the container."));
    }

    private record Ends(C4Element from, C4Element to) {}

    /** Ends of those that a finer relationship repeats, being about parts of both. */
    private Set<Ends> repeated(List<C4Model.Relation> coarse) {
        Set<Ends> open = new HashSet<>();
        coarse.forEach(r -> open.add(new Ends(r.from(), r.to())));
        Set<Ends> found = new HashSet<>();
        for (C4Model.Relation fine : model.relations) {
            if (entities.containsKey(fine.from().whole()) && entities.containsKey(fine.to().whole())) {
                around(fine.from()).forEach(from -> around(fine.to()).stream()
                        .map(to -> new Ends(from, to)).filter(open::contains).forEach(found::add));
            }
        }
        return found;
    }

    /** Itself and what it stands in. */
    private static List<C4Element> around(C4Element element) {
        List<C4Element> all = new ArrayList<>();
        for (Optional<C4Element> at = Optional.of(element); at.isPresent(); at = at.get().parent) {
            all.add(at.get());
        }
        return all;
    }
}
