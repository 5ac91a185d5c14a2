package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import quorate.derive.Deriver;
import quorate.derive.reliability.CutSet;
import quorate.derive.reliability.Reliability;
import quorate.testing.Models;

/** The fault tree files: their form, and that another reader finds the same cut sets in them. */
class OpenPsaTest {

    private static final Path GRAMMAR = Path.of("src/test/resources/export/open-psa-part.rnc");
    private static final Path PROJECTS = Path.of("site/projects");

    /** Names that are no identifiers, ids that differ in letters only that identifiers lack, an entry that nothing takes down. */
    private static final String AWKWARD = """
            fault-domains: {"1.a": {availability: 99.9%}, "1-a": {availability: 99.9%}}
            services:
              "0x": {name: "<b>&\\"]]>", replicas: 3, min-replicas: 2, placement: ["1.a", "1-a"]}
              never: {name: "..", min-replicas: 1}
            journeys:
              "a.b": {entry: "0x"}
              "a_b": {entry: "0x"}
              "n": {entry: never}
            """;

    @Test
    void aJourneysTreeReadsAsExpected() throws Exception {
        Reliability fill = project("online-shop").stream().filter(one -> one.journey().id().equals("fill-cart")).findFirst().orElseThrow();
        Golden.compare("fault-tree-fill-cart.xml", OpenPsa.of(fill));
    }

    @Test
    void allTreesFollowTheGrammarAndHoldTheSameCutSets() throws Exception {
        int trees = 0;
        for (Reliability one : all()) {
            String text = OpenPsa.of(one);
            ValidationDriver grammar = new ValidationDriver(CompactSchemaReader.getInstance());
            grammar.loadSchema(new InputSource(GRAMMAR.toUri().toString()));
            assertTrue(grammar.validate(new InputSource(new StringReader(text))), text);
            Tree tree = new Tree(text);
            Set<Set<String>> worst = ids(one.certain());
            worst.addAll(ids(one.possible()));
            for (String top : tree.tops()) {
                trees++;
                Set<Set<String>> expected = top.startsWith("best-") ? ids(one.certain()) : minimal(worst);
                assertEquals(expected, tree.cutSets(top, one), one.journey().id());
            }
        }
        assertTrue(trees > 20, "" + trees);
    }

    @Test
    void anEventWithoutAStatedAvailabilityHasNoExpression() {
        Reliability one = Deriver.derive(Models.linked("""
                services: {a: {replicas: 1, min-replicas: 1, availability: 99.5%}, b: {replicas: 1, min-replicas: 1}}
                links: [{from: a, to: b, need: hard, mode: sync, timeout: {total: 1s}}]
                journeys: {j: {entry: a, uses: [{link: a -> b}]}}
                """)).reliability().get(0);
        Map<String, String> floats = new Tree(OpenPsa.of(one)).floats();
        assertEquals("0.005", floats.get("instance-a-1"));
        assertEquals("", floats.get("instance-b-1"));
        assertEquals("0.0", floats.get("link-a-b"));
    }

    private static List<Reliability> all() throws IOException {
        List<Reliability> all = new ArrayList<>(Deriver.derive(Models.linked(AWKWARD)).reliability());
        assertEquals(3, all.size());
        assertEquals(3, OpenPsa.names(all).values().stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count());
        try (Stream<Path> folders = Files.list(PROJECTS)) {
            for (Path folder : (Iterable<Path>) folders.sorted()::iterator) {
                all.addAll(project(folder.getFileName().toString()));
            }
        }
        return all;
    }

    private static List<Reliability> project(String name) throws IOException {
        String yaml = Files.readString(PROJECTS.resolve(name).resolve("architecture.yaml")).replaceAll("(?m)^imports:.*$", "");
        return Deriver.derive(Models.linked(yaml)).reliability();
    }

    private static Set<Set<String>> ids(List<CutSet> sets) {
        Set<Set<String>> ids = new HashSet<>();
        sets.forEach(set -> ids.add(new HashSet<>(set.events().stream().map(event -> event.title()).toList())));
        return ids;
    }

    private static Set<Set<String>> minimal(Set<Set<String>> sets) {
        Set<Set<String>> minimal = new HashSet<>(sets);
        minimal.removeIf(set -> sets.stream().anyMatch(other -> other.size() < set.size() && set.containsAll(other)));
        return minimal;
    }

    /** A reader of its own: definitions by name, evaluated as they stand. */
    private static final class Tree {
        private final Map<String, Element> gates = new TreeMap<>();
        private final Map<String, String> events = new TreeMap<>();
        private final Map<String, String> floats = new TreeMap<>();
        private final Set<String> referred = new HashSet<>();

        Tree(String text) {
            Document document;
            try {
                document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            } catch (Exception e) {
                throw new AssertionError(text, e);
            }
            Set<String> names = new HashSet<>();
            for (Element gate : of(document, "define-gate")) {
                assertTrue(names.add(gate.getAttribute("name").toLowerCase(Locale.ROOT)), text);
                gates.put(gate.getAttribute("name"), gate);
            }
            for (Element event : of(document, "define-basic-event")) {
                assertTrue(names.add(event.getAttribute("name").toLowerCase(Locale.ROOT)), text);
                String label = children(event).get(0).getTextContent().replaceAll(" \\((taken as never|availability not stated)\\)$", "");
                events.put(event.getAttribute("name"), label);
                floats.put(event.getAttribute("name"), children(event).size() > 1 ? children(event).get(1).getAttribute("value") : "");
            }
            for (Element reference : of(document, "gate")) {
                assertTrue(gates.containsKey(reference.getAttribute("name")), text);
                referred.add(reference.getAttribute("name"));
            }
            for (Element reference : of(document, "basic-event")) {
                assertTrue(events.containsKey(reference.getAttribute("name")), text);
            }
            gates.keySet().forEach(gate -> assertFalse(contains(gate, gate, new HashSet<>()), "a gate in itself: " + gate));
        }

        private boolean contains(String gate, String wanted, Set<String> seen) {
            for (Element reference : under(gates.get(gate), "gate")) {
                String name = reference.getAttribute("name");
                if (name.equals(wanted) || (seen.add(name) && contains(name, wanted, seen))) {
                    return true;
                }
            }
            return false;
        }

        Map<String, String> floats() {
            return floats;
        }

        List<String> tops() {
            return gates.keySet().stream().filter(gate -> !referred.contains(gate)).toList();
        }

        /** By trying all sets of up to three events. */
        Set<Set<String>> cutSets(String top, Reliability one) {
            List<String> names = new ArrayList<>(events.keySet());
            Set<Set<String>> found = new HashSet<>();
            for (int i = 0; i < names.size(); i++) {
                for (int j = i; j < names.size(); j++) {
                    for (int k = j; k < names.size(); k++) {
                        Set<String> lost = new HashSet<>(List.of(names.get(i)));
                        lost.add(names.get(j));
                        lost.add(names.get(k));
                        boolean canonical = (i == j && j == k) || (i < j && j == k) || (i < j && j < k);
                        if (canonical && holds(top, lost)) {
                            found.add(lost);
                        }
                    }
                }
            }
            Set<Set<String>> titled = new HashSet<>();
            minimal(found).forEach(set -> titled.add(new HashSet<>(set.stream().map(this::title).toList())));
            return titled;
        }

        private String title(String event) {
            return events.get(event);
        }

        private boolean holds(String gate, Set<String> lost) {
            List<Element> parts = children(gates.get(gate));
            return formula(parts.get(parts.size() - 1), lost);
        }

        private boolean formula(Element formula, Set<String> lost) {
            long held = formula.getTagName().matches("and|or|atleast")
                    ? children(formula).stream().filter(part -> formula(part, lost)).count()
                    : 0;
            return switch (formula.getTagName()) {
                case "gate" -> holds(formula.getAttribute("name"), lost);
                case "basic-event" -> lost.contains(formula.getAttribute("name"));
                case "constant" -> formula.getAttribute("value").equals("true");
                case "and" -> held == children(formula).size();
                case "or" -> held > 0;
                default -> held >= Integer.parseInt(formula.getAttribute("min"));
            };
        }

        private static List<Element> of(Document document, String tag) {
            return under(document.getDocumentElement(), tag);
        }

        private static List<Element> under(Element element, String tag) {
            List<Element> all = new ArrayList<>();
            var nodes = element.getElementsByTagName(tag);
            for (int i = 0; i < nodes.getLength(); i++) {
                all.add((Element) nodes.item(i));
            }
            return all;
        }

        private static List<Element> children(Element element) {
            List<Element> all = new ArrayList<>();
            for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element child) {
                    all.add(child);
                }
            }
            return all;
        }
    }
}
