package quorate.importer.eventcatalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import quorate.importer.Ids;
import quorate.importer.Written;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/** A flow as a journey, as a transaction, as both or as neither. */
final class Flow {

    /** A step, and the ids of those that come after it. */
    private record Step(String id, Node node, List<Resource.Pointer> next) {
        Location at() {
            return node.field("id").orElse(node).at();
        }

        boolean isPerson() {
            return node.field("actor").isPresent();
        }

        /** Custom nodes carry a type that is written freely; this one has a meaning in the field. */
        boolean compensates() {
            return node.path("custom", "type").flatMap(Node::text)
                    .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("compensat")).isPresent();
        }
    }

    /** A step on the way, and the component that acted last before it. */
    private record Visit(Step step, Optional<Entity> actor) {}

    /** A step is followed again for each component that may have acted before it, which a drawn flow never has so many of. */
    private static final int MOST_ACTORS = 20;

    private final Resource flow;
    private final Shelf shelf;
    private final Parts parts;
    private final Traffic traffic;
    private final Problems problems;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    /** By the id of a step the component that it stands for, and the message. */
    private final Map<String, Entity> components = new HashMap<>();
    private final Map<String, String> messages = new HashMap<>();
    private final Map<String, Location> unread = new TreeMap<>();

    Flow(Resource flow, Shelf shelf, Parts parts, Traffic traffic, Problems problems) {
        this.flow = flow;
        this.shelf = shelf;
        this.parts = parts;
        this.traffic = traffic;
        this.problems = problems;
    }

    List<Entity> read() {
        for (Node node : flow.expect().items(flow.document().field("steps"), "steps")) {
            flow.expect().fields(node, "a step").flatMap(fields -> flow.expect().text(fields.field("id"), "the id of a step"))
                    .ifPresent(id -> steps.putIfAbsent(id.text(), new Step(id.text(), node, next(node))));
        }
        steps.values().forEach(step -> step.next().stream().filter(to -> !steps.containsKey(to.id())).forEach(to ->
                problems.warning(to.at(), "the step '" + to.id() + "' is named here and is none of the flow " + flow.id(),
                        "Name a step by its id.")));
        steps.values().forEach(step -> {
            component(step).ifPresent(component -> components.put(step.id(), component));
            step.node().field("message").flatMap(node -> pointer(node, "message"))
                    .ifPresent(message -> messages.put(step.id(), message.id()));
        });
        List<Entity> read = Stream.concat(journey().stream(), transaction().stream()).toList();
        tellUnread();
        return read;
    }

    private List<Resource.Pointer> next(Node step) {
        List<Resource.Pointer> next = new ArrayList<>(Resource.pointers(step, "next_steps", flow.expect()));
        step.field("next_step").flatMap(node -> Resource.pointer(node, "next_step", flow.expect())).ifPresent(next::add);
        return next;
    }

    private List<Step> first() {
        Set<String> first = new LinkedHashSet<>(steps.keySet());
        steps.values().forEach(step -> step.next().forEach(to -> first.remove(to.id())));
        return first.stream().map(steps::get).toList();
    }

    /** What a person begins, over the links along which the steps lead. */
    private Optional<Entity> journey() {
        Deque<Visit> open = new ArrayDeque<>();
        first().stream().filter(Step::isPerson).forEach(step -> open.add(new Visit(step, Optional.empty())));
        Optional<Entity> entry = Optional.empty();
        Map<String, Location> used = new LinkedHashMap<>();
        Map<String, Set<String>> seen = new HashMap<>();
        while (!open.isEmpty()) {
            Visit here = open.poll();
            for (Resource.Pointer to : here.step().next()) {
                Step step = steps.get(to.id());
                if (step != null) {
                    Optional<Entity> component = Optional.ofNullable(components.get(step.id()));
                    links(here, step, component).forEach(link -> used.putIfAbsent(link, step.at()));
                    Optional<Entity> actor = component.filter(c -> c.kind() == Kind.SERVICE).or(here::actor);
                    entry = entry.or(() -> actor);
                    Set<String> actors = seen.computeIfAbsent(step.id(), k -> new HashSet<>());
                    if (actors.size() < MOST_ACTORS && actors.add(actor.map(Entity::id).orElse(""))) {
                        open.add(new Visit(step, actor));
                    }
                }
            }
        }
        if (entry.isEmpty() || used.isEmpty()) {
            return Optional.empty();
        }
        Facts.Builder facts = described().set(Keys.ENTRY, Fact.of(entry.get().id(), Origin.imported(flow.at(),
                "the first service behind the step of a person")));
        List<Facts> uses = new ArrayList<>();
        used.forEach((link, at) -> uses.add(
                Facts.at(at).set(Keys.USE_LINK, Fact.of(link, Origin.imported(at, "a step"))).build()));
        facts.set(Keys.USES, Fact.of(uses, Origin.imported(flow.at(), "the links along which its steps lead")));
        return Optional.of(new Entity(Kind.JOURNEY, Ids.ofName(flow.id()), facts.build(), flow.at()));
    }

    /** The links that lead from one step to the next. */
    private List<String> links(Visit from, Step to, Optional<Entity> component) {
        Optional<String> sent = message(to);
        if (sent.isPresent()) {
            return from.actor().map(actor -> traffic.sending(actor.id(), sent.get())).orElse(List.of());
        }
        List<String> received = message(from.step())
                .flatMap(message -> component.map(c -> traffic.receiving(c.id(), message))).orElse(List.of());
        return !received.isEmpty() ? received : component.flatMap(c -> from.actor().map(a -> traffic.between(a.id(), c.id())))
                .orElse(List.of());
    }

    private Optional<String> message(Step step) {
        return Optional.ofNullable(messages.get(step.id()));
    }

    private Optional<Entity> component(Step step) {
        for (String field : List.of("flow", "dataProduct")) {
            step.node().field(field).flatMap(node -> pointer(node, field))
                    .ifPresent(part -> unread.putIfAbsent(part.id(), part.at()));
        }
        Optional<Node> store = step.node().field("container");
        if (store.isPresent()) {
            return pointer(store.get(), "container").flatMap(parts::store);
        }
        Optional<Node> outside = step.node().path("externalSystem", "name");
        if (outside.isPresent()) {
            Optional<Entity> known = outside.flatMap(Node::text).flatMap(parts::called);
            if (known.isEmpty()) {
                outside.flatMap(Node::text).ifPresent(name -> unread.putIfAbsent(name, outside.get().at()));
            }
            return known;
        }
        return step.node().field("service").or(() -> step.node().field("agent"))
                .flatMap(node -> pointer(node, "service")).flatMap(parts::service);
    }

    private Optional<Resource.Pointer> pointer(Node node, String what) {
        return Resource.pointer(node, what, flow.expect());
    }

    /** Work that is undone when a part of it fails. */
    private Optional<Entity> transaction() {
        List<Step> compensating = steps.values().stream().filter(Step::compensates).toList();
        if (compensating.isEmpty()) {
            return Optional.empty();
        }
        Facts.Builder facts = described();
        if (!style(compensating, facts)) {
            problems.warning(compensating.get(0).at(), "the flow " + flow.id() + " compensates, but it is not seen whether one"
                    + " service drives it or events do", "State its style under transactions in architecture.yaml.");
        }
        return Optional.of(new Entity(Kind.TRANSACTION, Ids.ofName(flow.id()), facts.build(), flow.at()));
    }

    private boolean style(List<Step> compensating, Facts.Builder facts) {
        List<Step> before = steps.values().stream()
                .filter(step -> step.next().stream().map(to -> steps.get(to.id())).filter(Objects::nonNull)
                        .anyMatch(Step::compensates))
                .toList();
        boolean events = !before.isEmpty() && before.stream().allMatch(step -> kind(step) == Collection.EVENT);
        Origin origin = Origin.detected(compensating.get(0).at(), "the step " + compensating.get(0).id() + " compensates, and "
                + (events ? "events alone lead to it" : "one service sends all commands of the flow"));
        if (events) {
            facts.set(Keys.STYLE, Fact.of(Words.TransactionStyle.SAGA_CHOREOGRAPHY, origin));
            return true;
        }
        List<Step> commands = steps.values().stream().filter(step -> kind(step) == Collection.COMMAND).toList();
        Set<List<String>> senders = new LinkedHashSet<>();
        commands.forEach(command ->
                senders.add(traffic.ends(message(command).orElse(""), true).stream().map(Entity::id).toList()));
        if (commands.size() < 2 || senders.size() != 1 || senders.iterator().next().size() != 1) {
            return false;
        }
        facts.set(Keys.STYLE, Fact.of(Words.TransactionStyle.SAGA_ORCHESTRATION, origin));
        facts.set(Keys.COORDINATOR, Fact.of(senders.iterator().next().get(0), origin));
        participants(commands, facts);
        return true;
    }

    /** Who carries out each command, if one service does; what undoes it is not said. */
    private void participants(List<Step> commands, Facts.Builder facts) {
        List<Facts> all = new ArrayList<>();
        for (Step command : commands) {
            List<Entity> by = traffic.ends(message(command).orElse(""), false);
            if (by.size() != 1) {
                return; // a list with gaps would read as if it were whole
            }
            Facts.Builder step = Facts.at(command.at()).set(Keys.STEP_SERVICE, Fact.of(by.get(0).id(),
                    Origin.detected(command.at(), "receives " + message(command).orElse(""))));
            flow.expect().text(command.node().field("title"), "title").ifPresent(title ->
                    step.set(Keys.ACTION, Fact.of(Parts.line(title), Origin.imported(title.at(), ""))));
            all.add(step.build());
        }
        facts.set(Keys.STEPS, Fact.of(all, Origin.imported(commands.get(0).at(), "the commands of the flow")));
    }

    private Collection kind(Step step) {
        return message(step).flatMap(shelf::kind).orElse(Collection.OTHER);
    }

    private Facts.Builder described() {
        Facts.Builder facts = Facts.at(flow.at());
        for (Map.Entry<String, Key<String>> field : Map.of("name", Keys.NAME, "summary", Keys.PURPOSE).entrySet()) {
            Optional<Written> text = flow.text(field.getKey());
            text.ifPresent(t -> facts.set(field.getValue(), Fact.of(Parts.line(t), Origin.imported(t.at(), ""))));
        }
        parts.owner(flow, facts);
        return facts;
    }

    private void tellUnread() {
        if (!unread.isEmpty()) {
            List<String> names = List.copyOf(unread.keySet());
            problems.warning(unread.get(names.get(0)), "the flow " + flow.id() + " names systems that no file describes, or other"
                    + " flows or data products, so that what happens there is not read: " + Named.of(names),
                    "Describe a system as a service with externalSystem: true, or state the links in architecture.yaml.");
        }
    }
}
