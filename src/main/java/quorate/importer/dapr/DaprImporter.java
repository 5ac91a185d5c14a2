package quorate.importer.dapr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Context;
import quorate.importer.Documents;
import quorate.importer.Draft;
import quorate.importer.Expect;
import quorate.importer.Ids;
import quorate.importer.Importer;
import quorate.importer.Written;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads resources of Dapr. A component for state is a store, one for publish and subscribe a channel; one whose address is that
 * of a component known already is that component. Policies bound the calls of the applications in their scopes, and so tell that
 * these make such calls.
 */
public final class DaprImporter implements Importer {

    private static final String API = "dapr.io";
    private static final Set<String> SILENT = Set.of("Configuration", "HTTPEndpoint");

    @Override
    public String name() {
        return "dapr";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return Documents.isOf(API, file);
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        List<Node> resources = new ArrayList<>();
        for (SourceFile file : files) {
            for (Node document : Documents.of(file, context.folder().limits(), problems)) {
                if (text(document, "apiVersion").startsWith("dapr.io/")) {
                    resources.add(document);
                }
            }
        }
        Reading reading = new Reading(context, problems);
        resources.stream().filter(r -> text(r, "kind").equals("Component")).forEach(reading::component);
        for (Node resource : resources) {
            switch (text(resource, "kind")) {
                case "Component" -> { }
                case "Resiliency" -> reading.resiliency(resource);
                case "Subscription" -> reading.subscription(resource);
                default -> {
                    if (!SILENT.contains(text(resource, "kind"))) {
                        problems.warning(resource.at(), "kind " + text(resource, "kind") + " of Dapr is not read",
                                "State what it means for the system in architecture.yaml.");
                    }
                }
            }
        }
        return new Draft(List.copyOf(reading.entities.values()), reading.links(), problems.all(),
                files.stream().map(SourceFile::path).sorted().toList());
    }

    static String text(Node node, String... path) {
        return node.path(path).flatMap(Node::text).orElse("");
    }

    private static final class Reading {
        private final Context context;
        private final Problems problems;
        private final Expect expect;
        private final Map<String, Entity> entities = new LinkedHashMap<>();
        private final Map<String, Facts.Builder> links = new LinkedHashMap<>();
        private final Map<String, Link> ends = new LinkedHashMap<>();
        /** Components of Dapr by name, with the id of what they stand for. */
        private final Map<String, String> components = new LinkedHashMap<>();

        Reading(Context context, Problems problems) {
            this.context = context;
            this.problems = problems;
            this.expect = new Expect(problems);
        }

        void component(Node resource) {
            Component.of(resource, context.known()).ifPresentOrElse(
                    component -> {
                        components.put(component.name(), component.id());
                        Component.onTheSameMachine(resource).ifPresent(address -> problems.warning(address.at(), "component "
                                + component.name() + " is reached at " + address.text()
                                + ", so that applications on other machines have another one, or none", "Write the name under which all of them reach it."));
                        entities.putIfAbsent(component.id(), component.entity());
                        for (Written app : expect.texts(resource.field("scopes"), "scopes")) {
                            link(application(app), component.id(), app.at(), mode(component.id(), app.at(),
                                    "in the scopes of " + component.name()));
                        }
                    },
                    () -> {
                        if (Component.missed(resource)) {
                            problems.warning(resource.at(), "component " + text(resource, "metadata", "name") + " of type "
                                    + text(resource, "spec", "type") + " is not read", "State what it is in architecture.yaml.");
                        }
                    });
        }

        private String application(Written app) {
            String name = Ids.ofName(app.text());
            String id = context.known().component(name).orElse(name);
            entities.putIfAbsent(id, new Entity(Kind.SERVICE, id, Facts.none(app.at()), app.at()));
            return id;
        }

        private Facts mode(String target, Location at, String how) {
            Kind kind = Optional.ofNullable(entities.get(target)).map(Entity::kind).orElse(Kind.SERVICE);
            Words.LinkMode mode = kind == Kind.CHANNEL ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC;
            return Facts.at(at).set(Keys.MODE, Fact.of(mode, Origin.detected(at, how))).build();
        }

        private void link(String from, String to, Location at, Facts facts) {
            String id = Link.idOf(from, to);
            ends.putIfAbsent(id, new Link(id, from, to, Facts.none(at), at));
            links.computeIfAbsent(id, k -> Facts.at(at)).addUnknown(facts);
        }

        List<Link> links() {
            return ends.values().stream().map(link -> link.with(links.get(link.id()).build())).toList();
        }

        void resiliency(Node resource) {
            List<Written> scopes = expect.texts(resource.field("scopes"), "scopes");
            Policies policies = new Policies(resource.path("spec", "policies"), problems);
            Optional<Node.Fields> apps = expect.fields(resource.path("spec", "targets", "apps"), "apps");
            Optional<Node.Fields> used = expect.fields(resource.path("spec", "targets", "components"), "components");
            if (scopes.isEmpty() && (apps.isPresent() || used.isPresent())) {
                problems.warning(resource.at(), "resiliency " + text(resource, "metadata", "name")
                        + " has no scopes, so it is not said whose calls it bounds",
                                "Add scopes, with the ids of the applications that call.");
            }
            for (Written scope : scopes) {
                apps.ifPresent(fields -> fields.values().forEach((name, target) -> {
                    String to = application(new Written(name, fields.keyAt(name)));
                    link(application(scope), to, fields.keyAt(name), mode(to, fields.keyAt(name), "a target of " + scope.text()));
                    link(application(scope), to, fields.keyAt(name), policies.of(target, "App", fields.keyAt(name)));
                }));
                used.ifPresent(fields -> fields.values().forEach((name, target) -> component(scope, name, target,
                        fields.keyAt(name), policies)));
            }
        }

        /** Outbound is what the application asks of the component; inbound is what the component hands to it. */
        private void component(Written scope, String name, Node target, Location at, Policies policies) {
            String to = components.get(name);
            if (to == null) {
                problems.warning(at, "no component '" + name + "' of Dapr is among these files", "Import its file as well.");
                return;
            }
            String from = application(scope);
            target.field("outbound").ifPresent(out -> {
                link(from, to, at, mode(to, at, "a target of " + scope.text()));
                link(from, to, at, policies.of(out, "ComponentOutbound", at));
            });
            target.field("inbound").ifPresent(in -> {
                link(from, to, at, mode(to, at, "hands messages to " + scope.text()));
                Fact<Words.Purpose> consumes = Fact.of(Words.Purpose.CONSUME, Origin.imported(at, "inbound"));
                link(from, to, at, Facts.at(at).set(Keys.LINK_PURPOSE, consumes).build());
                link(from, to, at, policies.of(in, "ComponentInbound", at));
            });
        }

        void subscription(Node resource) {
            Optional<Node> topic = resource.path("spec", "topic").filter(t -> t.text().isPresent());
            if (topic.isEmpty()) {
                problems.warning(resource.at(), "a subscription names no topic", "Write spec.topic.");
                return;
            }
            String id = Ids.ofName(topic.get().text().orElseThrow());
            Entity broker = entities.get(components.getOrDefault(text(resource, "spec", "pubsubname"), ""));
            Facts.Builder facts = Facts.at(topic.get().at());
            if (broker != null) {
                facts.set(Keys.TECHNOLOGY, broker.get(Keys.TECHNOLOGY));
            }
            resource.path("spec", "deadLetterTopic").ifPresent(dead -> dead.text().ifPresent(name ->
                    facts.set(Keys.DEAD_LETTER, Fact.of(name, Origin.imported(dead.at(), "")))));
            entities.putIfAbsent(id, new Entity(Kind.CHANNEL, id, facts.build(), topic.get().at()));
            for (Written app : expect.texts(resource.field("scopes"), "scopes")) {
                Origin origin = Origin.imported(app.at(), "subscription " + text(resource, "metadata", "name"));
                link(application(app), id, app.at(), Facts.at(app.at())
                        .set(Keys.MODE, Fact.of(Words.LinkMode.ASYNC, origin))
                        .set(Keys.LINK_PURPOSE, Fact.of(Words.Purpose.CONSUME, origin))
                        .build());
            }
        }
    }
}
