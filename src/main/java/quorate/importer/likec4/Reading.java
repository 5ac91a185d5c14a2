package quorate.importer.likec4;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import quorate.importer.C4Element;
import quorate.importer.C4Element.Level;
import quorate.importer.C4Model;
import quorate.importer.Ids;
import quorate.importer.Recognizer;
import quorate.importer.Times;
import quorate.importer.Written;
import quorate.importer.likec4.Units.Place;
import quorate.model.Words.DomainKind;
import quorate.source.Problems;

/** The workspace as a C4 model: references resolved, elements made components, parts and borders, instances counted. */
final class Reading {

    private static final Pattern ASYNC = Pattern.compile("(?i)async\\w*|events?|publish\\w*|subscrib\\w*|messages?|emits?");
    private static final Pattern STAGES = Pattern.compile(
            "(?i)prod|production|live|dev|development|test|testing|staging|acc|acceptance|uat|qa|preprod|sandbox");
    private static final int LONGEST_TITLE = 300;
    /** Instances of borders count for each unit inside. */
    private static final int MOST_INSTANCES = 200_000;

    private final Workspace workspace;
    private final C4Model model;
    private final Problems problems;
    private final Names names;
    private final Units units;
    private final Map<String, String> deployed = new LinkedHashMap<>();
    private final Map<String, C4Element> made = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final List<C4Model.Relation> relations = new ArrayList<>();
    /** Of each instance, whether it is one of something around the element. */
    private final List<Boolean> inside = new ArrayList<>();

    private Reading(Workspace workspace, C4Model model, Recognizer recognizer, Problems problems) {
        this.workspace = workspace;
        this.model = model;
        this.problems = problems;
        this.names = new Names(workspace.elements.keySet());
        workspace.elements.values().forEach(e -> inherit(e.what(), workspace.elementKinds));
        workspace.nodes.values().forEach(n -> inherit(n.what(), workspace.nodeKinds));
        workspace.relations.forEach(r -> inherit(r.what(), workspace.relationKinds));
        workspace.instances.values().forEach(instance -> names.find(instance.of().text(), "").ifPresentOrElse(
                found -> deployed.put(instance.fullName(), found), () -> unknown(instance.of())));
        this.units = new Units(workspace, new HashSet<>(deployed.values()), recognizer);
        workspace.relations.forEach(r -> from(r).ifPresent(
                from -> names.find(r.to().text(), r.scope()).ifPresent(to -> units.used(from, to))));
    }

    static void read(Workspace workspace, C4Model model, Recognizer recognizer, Problems problems) {
        Reading reading = new Reading(workspace, model, recognizer, problems);
        reading.extensions(workspace.extensions, workspace.elements.keySet());
        reading.extensions(workspace.nodeExtensions, workspace.nodes.keySet());
        reading.elements();
        reading.relations();
        reading.instances();
        reading.between();
    }

    private static void inherit(Described what, Map<String, Described> kinds) {
        Described kind = kinds.get(what.kind);
        if (kind != null) {
            what.inherit(kind);
        }
    }

    private void extensions(List<Workspace.Extension> extensions, Set<String> known) {
        extensions.stream().filter(e -> !known.contains(e.fullName())).forEach(e -> problems.warning(
                e.at(), "'" + e.fullName() + "' is extended, and no file that is read defines it",
                "Name it in full, or read the file that defines it too."));
    }

    private void elements() {
        List<Workspace.Element> outerFirst = new ArrayList<>(workspace.elements.values());
        outerFirst.sort(Comparator.comparingInt(Workspace.Element::depth));
        outerFirst.forEach(this::element);
    }

    private void element(Workspace.Element element) {
        Described what = element.what();
        Place place = units.place(element.fullName());
        boolean leafOfBorders = place == Place.UNIT && units.role(element.fullName()) == Role.BORDER;
        Level level = switch (place) {
            case PERSON -> Level.PERSON;
            case PART -> Level.COMPONENT;
            case BORDER -> Level.SYSTEM;
            default -> leafOfBorders ? Level.SYSTEM : Level.CONTAINER;
        };
        String title = what.title.map(Written::text).orElse(element.name());
        C4Element one = model.element(level, title.substring(0, Math.min(LONGEST_TITLE, title.length())), what.at,
                Optional.ofNullable(made.get(element.parent())), element.fullName());
        one.surrounds(place == Place.BORDER);
        one.describe(what.technologyOrIcon(), what.description);
        one.tags.addAll(marks(what));
        if (place == Place.BOTH && units.role(element.fullName()) == Role.CHANNEL) {
            one.tags.add("queue");
        }
        if (Role.external(what)) {
            one.runByOthers(true);
        }
        made.put(element.fullName(), one);
    }

    /** Words by which a C4 model tells stores, channels and what runs on the devices of users. */
    private static Set<String> marks(Described what) {
        Set<String> marks = new TreeSet<>();
        what.tags.forEach(tag -> marks.add(tag.toLowerCase(Locale.ROOT)));
        marks.add(what.kind.toLowerCase(Locale.ROOT));
        what.notation.ifPresent(n -> marks.add(n.text().toLowerCase(Locale.ROOT)));
        switch (what.shape.orElse("")) {
            case "storage", "cylinder", "bucket" -> marks.add("storage");
            case "queue" -> marks.add("queue");
            case "browser" -> marks.add("web browser");
            case "mobile" -> marks.add("mobile app");
            default -> { }
        }
        return marks;
    }

    private void relations() {
        for (Workspace.Relation relation : workspace.relations) {
            Optional<String> from = from(relation);
            Optional<String> to = names.find(relation.to().text(), relation.scope());
            if (from.isEmpty() || to.isEmpty()) {
                unknown(from.isEmpty() ? relation.from().orElse(new Written("this", relation.what().at)) : relation.to());
                continue;
            }
            Described what = relation.what();
            boolean async = ASYNC.matcher(what.kind).matches() || what.tags.stream().anyMatch(t -> ASYNC.matcher(t).matches());
            relations.add(new C4Model.Relation(
                    made.get(from.get()), made.get(to.get()), what.at, what.title.map(Written::text).orElse(""),
                    what.technology.map(Written::text).orElse(""), async));
        }
        model.relations.addAll(relations);
    }

    private Optional<String> from(Workspace.Relation relation) {
        return relation.from().isEmpty()
                ? Optional.of(relation.scope()).filter(workspace.elements::containsKey)
                : names.find(relation.from().get().text(), relation.scope());
    }

    private void instances() {
        Map<String, Optional<Integer>> factors = new HashMap<>();
        Map<String, String> environments = new HashMap<>();
        Map<String, Optional<String>> fault = new HashMap<>();
        List<Workspace.Element> outerFirst = new ArrayList<>(workspace.nodes.values());
        outerFirst.sort(Comparator.comparingInt(Workspace.Element::depth));
        for (Workspace.Element node : outerFirst) {
            paths.put(node.fullName(), paths.getOrDefault(node.parent(), "") + "/" + paths.size());
            Optional<Integer> outer = factors.getOrDefault(node.parent(), Optional.of(1));
            factors.put(node.fullName(), node.what().multiple.orElse(false) ? Optional.empty() : times(node).below(outer));
            String environment = environment(node);
            environments.put(node.fullName(), environment.isEmpty() ? environments.getOrDefault(node.parent(), "") : environment);
            fault.put(node.fullName(), faultDomain(node, environments, fault));
        }
        for (Workspace.Instance instance : workspace.instances.values()) {
            int dot = instance.fullName().lastIndexOf('.');
            String node = dot < 0 ? "" : instance.fullName().substring(0, dot);
            paths.put(instance.fullName(), paths.getOrDefault(node, "") + "/" + paths.size());
            String element = deployed.get(instance.fullName());
            if (element != null) {
                boolean several = instance.what().multiple.orElse(false);
                instance(instance, units(element), environments.getOrDefault(node, ""),
                        several ? Optional.empty() : factors.getOrDefault(node, Optional.of(1)),
                        fault.getOrDefault(node, Optional.empty()));
            }
        }
        uncountInside();
    }

    private void instance(
            Workspace.Instance instance, List<String> of, String environment, Optional<Integer> count, Optional<String> place) {
        for (String element : of) {
            if (model.instances.size() >= MOST_INSTANCES) {
                return;
            }
            boolean several = workspace.elements.get(element).what().multiple.orElse(false);
            inside.add(!element.equals(deployed.get(instance.fullName())));
            model.instances.add(new C4Model.Instance(environment, made.get(element), several ? Optional.empty() : count,
                    paths.get(instance.fullName()), place, instance.what().at));
        }
    }

    /** Of what stands in something that is deployed once, it is not said how many run. */
    private void uncountInside() {
        Map<C4Element, Map<String, Integer>> drawn = new HashMap<>();
        model.instances.forEach(i -> drawn.computeIfAbsent(i.element(), k -> new HashMap<>())
                .merge(i.environment(), 1, Integer::sum));
        for (int n = 0; n < inside.size(); n++) {
            C4Model.Instance i = model.instances.get(n);
            if (inside.get(n) && drawn.get(i.element()).get(i.environment()) == 1) {
                model.instances.set(n, new C4Model.Instance(
                        i.environment(), i.element(), Optional.empty(), i.node(), i.place(), i.at()));
            }
        }
    }

    /** The element, the units inside a border, or the unit of which it is a part. */
    private List<String> units(String element) {
        String at = element;
        while (units.place(at) == Place.PART && at.contains(".")) {
            at = at.substring(0, at.lastIndexOf('.'));
        }
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(at));
        while (!open.isEmpty()) {
            String one = open.pop();
            Place place = units.place(one);
            if (place == Place.UNIT || place == Place.BOTH) {
                found.add(one);
            }
            if (place == Place.BORDER || place == Place.BOTH) {
                units.children(one).forEach(child -> open.push(child.fullName()));
            }
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static Times times(Workspace.Element node) {
        return Times.of(node.what().title.map(Written::text).orElse(""));
    }

    private static String environment(Workspace.Element node) {
        boolean named = node.depth() == 0 && STAGES.matcher(node.name()).matches();
        return named || Role.environment(node.what().kind)
                ? node.name() + node.what().title.map(t -> " " + t.text()).orElse("")
                : "";
    }

    private Optional<String> faultDomain(
            Workspace.Element node, Map<String, String> environments, Map<String, Optional<String>> fault) {
        Optional<String> outer = fault.getOrDefault(node.parent(), Optional.empty());
        Optional<DomainKind> kind = Role.place(node.what().kind);
        if (kind.isEmpty()) {
            return outer;
        }
        if (node.what().multiple.orElse(false) || times(node).several()) {
            return Optional.empty(); // one of several, and it is not known which
        }
        String environment = environments.get(node.fullName());
        String outermost = node.fullName().substring(0, Math.max(0, node.fullName().indexOf('.')));
        boolean below = !outermost.isEmpty() && !environments.getOrDefault(outermost, "").isEmpty();
        String id = Ids.ofName(below ? node.fullName().substring(outermost.length() + 1) : node.fullName());
        String name = node.what().title.map(Written::text).orElse(node.name());
        model.places.computeIfAbsent(environment, k -> new LinkedHashMap<>())
                .putIfAbsent(id, new C4Model.Place(id, name, kind.get(), outer, node.what().at));
        return Optional.of(id);
    }

    /** Arrows between nodes and instances say what replicates; who calls whom is said by the model. */
    private void between() {
        Set<String> all = new HashSet<>(workspace.nodes.keySet());
        all.addAll(workspace.instances.keySet());
        Names places = new Names(all);
        Map<String, String> environments = new HashMap<>();
        model.instances.forEach(i -> environments.putIfAbsent(i.node(), i.environment()));
        for (Workspace.Relation relation : workspace.deployed) {
            Optional<String> from = relation.from().isEmpty()
                    ? Optional.of(relation.scope()).filter(all::contains)
                    : places.find(relation.from().get().text(), relation.scope());
            Optional<String> to = places.find(relation.to().text(), relation.scope());
            if (from.isPresent() && to.isPresent()) {
                model.between.add(new C4Model.Between(
                        environments.getOrDefault(paths.get(from.get()), ""), paths.get(from.get()), paths.get(to.get()),
                        relation.what().title.map(Written::text).orElse(""), relation.what().at));
            }
        }
    }

    private void unknown(Written name) {
        String text = name.text().length() > 60 ? name.text().substring(0, 60) + "..." : name.text();
        problems.warning(name.at(), "'" + text + "' names no element that is read, or more than one",
                "Write its full name, and read the file that defines it too.");
    }
}
