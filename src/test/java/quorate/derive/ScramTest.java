package quorate.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import quorate.derive.reliability.BasicEvent;
import quorate.derive.reliability.CutSet;
import quorate.derive.reliability.Reliability;
import quorate.export.OpenPsa;
import quorate.link.Joiner;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Vocabulary;
import quorate.testing.Models;

/**
 * Cut sets and probabilities against SCRAM, an independent tool for fault trees, which reads our files. It runs where
 * {@code scram} is on the path, or where {@code -Dquorate.scram=} names it, and is skipped elsewhere.
 */
class ScramTest {

    private static final Path PROJECTS = Path.of("site/projects");
    private static final List<Path> CASES = List.of(Path.of("src/test/resources/derive"), Path.of("src/test/resources/numbers"));
    private static final Path INCIDENTS = Path.of("src/test/resources/incidents");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final double STATED = 0.99;

    @TempDir
    Path folder;

    private String scram = "";
    private int journeys;
    private int trees;
    private int sets;
    private int probabilities;

    @BeforeEach
    void find() {
        String named = System.getProperty("quorate.scram", "");
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> places = Stream.of(path.split(":")).map(one -> Path.of(one, "scram"));
        scram = named.isEmpty() ? places.filter(Files::isExecutable).findFirst().map(Path::toString).orElse("") : named;
        assumeTrue(!scram.isEmpty(), "scram is not there");
    }

    @AfterEach
    void tell(TestReporter reporter) {
        reporter.publishEntry("compared",
                journeys + " journeys, " + trees + " trees, " + sets + " cut sets, " + probabilities + " probabilities");
    }

    @Test
    void ourProjectsAsTheyStand() throws Exception {
        for (String name : names(PROJECTS)) {
            compare(name, Models.read(name, PROJECTS.resolve(name)));
        }
        assertTrue(journeys > 10, journeys + " journeys");
    }

    /** Availability that nobody states is given, so that every tree has a probability that is a number. */
    @Test
    void ourProjectsWithEveryAvailabilityStated() throws Exception {
        for (String name : names(PROJECTS)) {
            compare(name, stated(Models.read(name, PROJECTS.resolve(name))));
        }
        assertTrue(probabilities > 10, probabilities + " probabilities");
    }

    @Test
    void theCasesOfTheDerivations() throws Exception {
        for (Path cases : CASES) {
            for (String file : names(cases)) {
                for (JsonNode one : YAML.readTree(cases.resolve(file).toFile())) {
                    compare(one.get("name").asText(), stated(Models.architecture(YAML.writeValueAsString(one.get("architecture")))));
                }
            }
        }
        assertTrue(journeys > 30, journeys + " journeys");
    }

    @Test
    void theRecordsOfOutages() throws Exception {
        for (String name : names(INCIDENTS)) {
            if (Files.isDirectory(INCIDENTS.resolve(name))) {
                compare(name, stated(Models.read(name, INCIDENTS.resolve(name))));
            }
        }
        assertTrue(journeys > 10, journeys + " journeys");
    }

    @Test
    void randomSystems() throws Exception {
        for (long seed = 0; seed < 25; seed++) {
            compare("seed " + seed, stated(new RandomSystem(seed).architecture(2)));
        }
        assertEquals(50, journeys);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static Architecture stated(Architecture architecture) {
        Architecture all = architecture;
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM && kind != Kind.LINK && Vocabulary.keys(kind).contains(Keys.AVAILABILITY)) {
                for (Entity entity : architecture.all(kind)) {
                    boolean known = entity.get(Keys.AVAILABILITY).isKnown() || entity.get(Keys.MTBF).isKnown();
                    all = known ? all : all.replacing(entity.with(entity.facts().with(Keys.AVAILABILITY, RandomSystem.fact(STATED))));
                }
            }
        }
        return all;
    }

    private void compare(String name, Architecture architecture) throws Exception {
        for (Reliability one : Deriver.derive(new Joiner(Models.CATALOG).join(architecture)).reliability()) {
            String at = name + ": " + one.journey().id();
            Map<String, Found> low = run(one, false);
            Map<String, Found> high = run(one, true);
            Set<Set<String>> sure = titles(one.certain());
            Set<Set<String>> worst = titles(one.possible());
            worst.addAll(sure);
            Set<Set<String>> all = minimal(worst);
            for (String top : low.keySet()) {
                Set<Set<String>> expected = top.startsWith("best-") ? sure : all;
                assertEquals(expected, low.get(top).sets(), at + ", " + top);
                trees++;
                sets += expected.size();
            }
            if (one.exact() && !low.isEmpty()) {
                String only = low.keySet().iterator().next();
                boolean certain = low.size() == 1;
                near(one.unavailability().low(), low.get(certain ? only : "best-down").probability(), at + " at best");
                near(one.unavailability().high(), high.get(certain ? only : "worst-down").probability(), at + " at worst");
                probabilities += 2;
            }
            journeys++;
        }
    }

    /** SCRAM prints six digits. */
    private static void near(double expected, double found, String at) {
        assertEquals(expected, found, 1e-12 + Math.max(expected, found) * 1e-5, at);
    }

    private static Set<Set<String>> titles(List<CutSet> all) {
        Set<Set<String>> titles = new HashSet<>();
        all.forEach(set -> titles.add(new HashSet<>(set.events().stream().map(BasicEvent::title).toList())));
        return titles;
    }

    private static Set<Set<String>> minimal(Set<Set<String>> all) {
        Set<Set<String>> minimal = new HashSet<>(all);
        minimal.removeIf(set -> all.stream().anyMatch(other -> other.size() < set.size() && set.containsAll(other)));
        return minimal;
    }

    /** What SCRAM says of one top event. */
    private record Found(Set<Set<String>> sets, double probability) {}

    /** @param high whether events have the highest probability that they may have, or the lowest */
    private Map<String, Found> run(Reliability one, boolean high) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(OpenPsa.of(one).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Map<String, BasicEvent> events = new HashMap<>();
        one.tree().events().forEach(event -> events.put(event.title(), event));
        Map<String, String> titles = new HashMap<>();
        for (Element event : elements(document, "define-basic-event")) {
            String label = elements(event, "label").get(0).getTextContent();
            String title = label.replaceAll(" \\((taken as never|availability not stated)\\)$", "");
            titles.put(event.getAttribute("name"), title);
            elements(event, "float").forEach(event::removeChild);
            Element value = document.createElement("float");
            BasicEvent ours = events.get(title);
            value.setAttribute("value", Double.toString(high ? ours.probability().high() : ours.probability().low()));
            event.appendChild(value);
        }
        if (titles.isEmpty()) {
            return Map.of();
        }
        Path input = folder.resolve("tree.xml");
        Path output = folder.resolve("report.xml");
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(input.toFile()));
        Process process = new ProcessBuilder(
                        scram, "--bdd", "--probability", "1", "--limit-order", "" + one.order(), "-o", output.toString(), input.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0, said + Files.readString(input));
        return report(output, titles);
    }

    private static Map<String, Found> report(Path output, Map<String, String> titles) throws Exception {
        Map<String, Found> found = new TreeMap<>();
        Document report = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(output.toFile());
        for (Element top : elements(report, "sum-of-products")) {
            Set<Set<String>> sets = new HashSet<>();
            for (Element product : elements(top, "product")) {
                Set<String> set = new HashSet<>();
                elements(product, "basic-event").forEach(event -> set.add(titles.get(event.getAttribute("name"))));
                if (!set.isEmpty()) {
                    sets.add(set);
                }
            }
            String probability = top.getAttribute("probability");
            found.put(top.getAttribute("name"), new Found(sets, probability.isEmpty() ? 0 : Double.parseDouble(probability)));
        }
        return found;
    }

    private static List<Element> elements(Document document, String tag) {
        return elements(document.getDocumentElement(), tag);
    }

    private static List<Element> elements(Element element, String tag) {
        List<Element> all = new ArrayList<>();
        NodeList nodes = element.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }
}
