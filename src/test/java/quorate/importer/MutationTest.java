package quorate.importer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.importer.asyncapi.AsyncApiImporter;
import quorate.importer.backstage.BackstageImporter;
import quorate.importer.connect.ConnectImporter;
import quorate.importer.dapr.DaprImporter;
import quorate.importer.eventcatalog.EventCatalogImporter;
import quorate.importer.likec4.LikeC4Importer;
import quorate.importer.plantuml.PlantUmlImporter;
import quorate.importer.quarkus.QuarkusImporter;
import quorate.importer.spring.SpringImporter;
import quorate.importer.threagile.ThreagileImporter;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/** Puts a wrong value at every place of every example: no importer may throw, and every problem has a place. */
class MutationTest {

    private static final List<Node> WRONG = List.of(
            scalar("3", Node.Type.INTEGER), scalar("many ${X} $(Y) : / @", Node.Type.STRING), scalar("", Node.Type.STRING),
            scalar("null", Node.Type.NULL), new Node.Items(List.of(), Location.of("x")),
            new Node.Items(List.of(scalar("1", Node.Type.INTEGER), fields("a", scalar("b", Node.Type.STRING))), Location.of("x")),
            fields("a", new Node.Items(List.of(), Location.of("x"))));

    private static final Map<String, Importer> DRAWINGS = Map.of(
            "dot", new DotImporter(), "dsl", new StructurizrImporter(), "graphml", new GraphMlImporter(),
            "puml", new PlantUmlImporter(), "iuml", new PlantUmlImporter(), "c4", new LikeC4Importer(),
            "likec4", new LikeC4Importer());

    @TempDir
    Path empty;

    private int turn;

    @Test
    void noWrongValueBreaksCompose() throws IOException {
        mutate(new ComposeImporter(), Path.of("src/test/resources/import/compose"));
    }

    @Test
    void noWrongValueBreaksKubernetes() throws IOException {
        mutate(new KubernetesImporter(), Path.of("src/test/resources/import/kubernetes"));
    }

    @Test
    void noWrongValueBreaksAsyncApi() throws IOException {
        mutate(new AsyncApiImporter(), Path.of("src/test/resources/import/asyncapi"));
    }

    @Test
    void noWrongValueBreaksSpring() throws IOException {
        mutate(new SpringImporter(), Path.of("src/test/resources/import/spring"));
    }

    @Test
    void noWrongValueBreaksQuarkus() throws IOException {
        mutate(new QuarkusImporter(), Path.of("src/test/resources/import/quarkus"));
    }

    @Test
    void noWrongValueBreaksConnect() throws IOException {
        mutate(new ConnectImporter(), Path.of("src/test/resources/import/connect"));
    }

    @Test
    void noWrongValueBreaksDapr() throws IOException {
        mutate(new DaprImporter(), Path.of("src/test/resources/import/dapr"));
    }

    @Test
    void noWrongValueBreaksThreagile() throws IOException {
        mutate(new ThreagileImporter(), Path.of("src/test/resources/import/threagile"));
    }

    @Test
    void noWrongValueBreaksBackstage() throws IOException {
        mutate(new BackstageImporter(), Path.of("src/test/resources/import/backstage"));
    }

    @Test
    void noWrongValueBreaksEventCatalog() throws IOException {
        Importer importer = new EventCatalogImporter();
        for (Path folder : List.of(Path.of("library"), Path.of("sagas"), Path.of("with-asyncapi"))) {
            Folder project = Folder.open(Path.of("src/test/resources/import/eventcatalog").resolve(folder), Limits.DEFAULT);
            Context context = new Context(project, TestRecognizer.small());
            List<SourceFile> pages = project.list("").stream()
                    .flatMap(path -> project.read(path, Location.of(path), new Problems()).stream())
                    .filter(importer::accepts).toList();
            for (int i = 0; i < pages.size(); i++) {
                String text = pages.get(i).text();
                String front = text.substring(0, text.indexOf("\n---", 3) + 1);
                SourceFile yaml = new SourceFile(pages.get(i).path(), front);
                for (Node mutant : mutants(Yaml.document(yaml, Limits.DEFAULT, new Problems()).orElseThrow())) {
                    List<SourceFile> changed = new ArrayList<>(pages);
                    changed.set(i, new SourceFile(yaml.path(), page((Node.Fields) mutant)));
                    assertDoesNotThrow(() -> importer.read(changed, context), page((Node.Fields) mutant));
                }
            }
        }
    }

    private static String page(Node.Fields fields) {
        StringBuilder text = new StringBuilder("---\n");
        fields.values().forEach((key, value) -> {
            write(value, text.append(key).append(": "));
            text.append('\n');
        });
        return text.append("---\n").toString();
    }

    @Test
    void hostilePagesEndSoon() throws IOException {
        Context context = new Context(Folder.open(empty, Limits.DEFAULT), TestRecognizer.small());
        Importer importer = new EventCatalogImporter();
        String head = "---\nid: a\nname: A\nversion: 1.0.0\n";
        List<SourceFile> ends = new ArrayList<>();
        StringBuilder services = new StringBuilder();
        StringBuilder messages = new StringBuilder("sends:\n");
        StringBuilder references = new StringBuilder("---\n");
        for (int i = 0; i < 2_000; i++) {
            ends.add(new SourceFile("services/s" + i + "/index.mdx", head.replace("id: a", "id: s" + i)
                    + (i % 2 == 0 ? "sends" : "receives") + ": [q]\n---\n[[query|q]]"));
            services.append("- {id: ").append(i).append(", title: x, service: {id: s").append(i).append("}, next_steps: [");
            for (int j = 1; j < 300; j++) {
                services.append((i + j) % 2_000).append(", ");
            }
            services.append("]}\n");
        }
        for (int i = 0; i < 50_000; i++) {
            messages.append("- {id: m").append(i).append("}\n");
            references.append("[[event|m").append(i).append("]] [[event| [[event\\");
        }
        ends.add(new SourceFile("flows/f/index.mdx", head + "steps:\n- {id: start, title: x, actor: {name: x}, next_step: 0}\n"
                + services + "---\n"));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Draft draft = importer.read(ends, context);
            assertTrue(draft.links().isEmpty() && draft.problems().size() > 0, "a thousand times a thousand calls");
            String many = head + messages + references;
            assertEquals(50_001, importer.read(List.of(new SourceFile("services/a/index.mdx", many)), context).entities().size());
            String deep = head + "sends: " + "[".repeat(100_000) + "\n---\n";
            assertTrue(importer.read(List.of(new SourceFile("services/a/index.mdx", deep)), context).problems().size() > 0);
            importer.accepts(new SourceFile("index.mdx", "---\n" + "-- \n".repeat(300_000)));
            importer.accepts(new SourceFile("index.mdx", "---\n" + "a-".repeat(500_000) + "\n---\n"));
        });
    }

    @Test
    void noPartOfADrawingBreaksItsReader() throws IOException {
        Context context = new Context(Folder.open(empty, Limits.DEFAULT), TestRecognizer.small());
        for (Path file : files(Path.of("src/test/resources/import"))) {
            String name = file.getFileName().toString();
            Importer importer = DRAWINGS.get(name.substring(name.lastIndexOf('.') + 1));
            if (importer != null) {
                String text = Files.readString(file);
                for (int end = 0; end < text.length(); end += 7) {
                    String part = text.substring(0, end);
                    assertDoesNotThrow(() -> importer.read(List.of(new SourceFile("part", part)), context), part);
                    String rest = text.substring(end); // a part of it is missing at the front
                    assertDoesNotThrow(() -> importer.read(List.of(new SourceFile("rest", rest)), context), rest);
                }
            }
        }
    }

    @Test
    void hostileInputEndsSoon() throws IOException {
        Context context = new Context(Folder.open(empty, Limits.DEFAULT), TestRecognizer.small());
        String deepDot = "digraph {" + "subgraph {".repeat(200_000);
        String deepXml = "<graphml>" + "<graph>".repeat(200_000);
        String deepYaml = "services: {a: " + "[".repeat(10_000);
        StringBuilder chain = new StringBuilder("services:\n  s0: {image: x}\n");
        for (int i = 1; i < 5_000; i++) {
            chain.append("  s").append(i).append(": {extends: s").append(i - 1).append("}\n");
        }
        Files.writeString(empty.resolve(".env"), growing());
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            hasError(new DotImporter(), deepDot, context);
            hasError(new GraphMlImporter(), deepXml, context);
            hasError(new ComposeImporter(), deepYaml, context);
            new ComposeImporter().read(List.of(new SourceFile("compose.yaml", chain.toString())), context);
            String open = "services: {a: {image: \"${V0}\", environment: {A: \"${V0}${SELF}\"}}}";
            new ComposeImporter().read(List.of(new SourceFile("compose.yaml", open)), context);
        });
    }

    @Test
    void hostileModelsEndSoon() throws IOException {
        Context context = new Context(Folder.open(empty, Limits.DEFAULT), TestRecognizer.small());
        Importer likeC4 = new LikeC4Importer();
        Importer plantUml = new PlantUmlImporter();
        String c4 = "!include C4_Container.puml\n";
        StringBuilder names = new StringBuilder("model {\n");
        StringBuilder alike = new StringBuilder("model {\n a = service {\n");
        StringBuilder drawn = new StringBuilder(c4);
        for (int i = 0; i < 8_000; i++) {
            names.append("n").append(i).append(" = service\nn").append(i).append(" -> n").append(i / 2).append('\n');
            alike.append("s").append(i).append(" = box { x = box\n -> x }\n-> x\n");
            drawn.append("System(a").append(i).append(", \"A").append(".".repeat(i % 50)).append("\")\nRel(a").append(i)
                    .append(", a").append(i / 3).append(", \"x\")\n");
        }
        String deployment = "}\ndeployment {\n" + "node n { instanceOf a }\n".repeat(5_000) + "}";
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            told(likeC4, "model { a = service " + "{ b = service ".repeat(50_000), context);
            told(likeC4, "model { " + "a" + "-".repeat(100_000) + "{".repeat(100_000), context);
            told(likeC4, "model {" + " extend a.b {".repeat(100_000), context);
            told(likeC4, "model { a = service '" + "\\'".repeat(150_000), context);
            told(likeC4, "model { x" + ".x".repeat(100_000) + " -> y }", context);
            told(likeC4, alike + "} }\n" + deployment, context);
            likeC4.read(List.of(new SourceFile("names.c4", names + "}")), context);
            told(plantUml, c4 + "System_Boundary(a, \"A\") {\n".repeat(50_000), context);
            told(plantUml, c4 + "Container(a, \"" + "(".repeat(100_000), context);
            String constant = "!$x = \"" + "y".repeat(190) + "\"\n";
            told(plantUml, c4 + constant + "Container(a, \"$x$x$x$x\")\nContainer(b)\n".repeat(15_000) + "}", context);
            told(plantUml, c4 + "Rel(" + "a,".repeat(150_000) + "b)\n" + "\\\n".repeat(100_000), context);
            told(plantUml, c4 + "!include x" + " ".repeat(100_000) + "y\n", context);
            told(plantUml, c4 + "/'".repeat(100_000) + "\n!procedure x\n" + " \n".repeat(100_000), context);
            plantUml.read(List.of(new SourceFile("drawn.puml", drawn.toString())), context);
            plantUml.accepts(new SourceFile("blank.puml", "\n ".repeat(100_000)));
            likeC4.accepts(new SourceFile("blank.c4", "\n ".repeat(100_000)));
        });
    }

    @Test
    void hostileSettingsEndSoon() throws IOException {
        Context context = new Context(Folder.open(empty, Limits.DEFAULT), TestRecognizer.small());
        StringBuilder many = new StringBuilder("quarkus.x=1\n");
        for (int i = 0; i < 30_000; i++) {
            many.append("quarkus.rest-client.a").append(i).append(".url=http://").append(i % 2 == 0 ? "localhost" : "h" + i)
                    .append("\nmp.messaging.incoming.c").append(i).append(".connector=smallrye-kafka\n")
                    .append("mp.messaging.connector.smallrye-kafka.x").append(i).append("=1\n");
        }
        for (String text : List.of(
                many.toString(), ".a".repeat(200_000) + "=1\n", "\"".repeat(200_001) + "=1\n",
                "a/".repeat(200_000) + "Retry/x=1\n",
                "%{prod" + ",prod".repeat(100_000) + "}.a=1\n", "a=" + "${a:".repeat(100_000) + "\n", "a=\\\n".repeat(100_000),
                "[".repeat(200_000) + "=${}\n")) {
            SourceFile file = new SourceFile("application.properties", text);
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                new QuarkusImporter().accepts(file);
                new SpringImporter().accepts(file);
                new QuarkusImporter().read(List.of(file), context);
                new SpringImporter().read(List.of(file), context);
            });
        }
    }

    private static void told(Importer importer, String text, Context context) {
        Draft draft = importer.read(List.of(new SourceFile("hostile", text)), context);
        assertTrue(draft.problems().size() > 0, () -> importer.name() + ": " + text.substring(0, Math.min(60, text.length())));
    }

    /** Variables that would grow tenfold at each of thirty steps. */
    private static String growing() {
        StringBuilder text = new StringBuilder("SELF=${SELF}${SELF}\n");
        for (int i = 0; i < 30; i++) {
            text.append("V").append(i).append('=').append(("${V" + (i + 1) + "}").repeat(10)).append('\n');
        }
        return text.append("V30=end\n").toString();
    }

    private static void hasError(Importer importer, String text, Context context) {
        Draft draft = importer.read(List.of(new SourceFile("hostile", text)), context);
        assertTrue(draft.problems().stream().anyMatch(Problem::isError), importer.name());
    }

    private void mutate(Importer importer, Path cases) throws IOException {
        Context context = new Context(Folder.open(empty, Limits.DEFAULT), TestRecognizer.small());
        for (Path file : files(cases)) {
            SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
            List<Node> documents = Documents.of(source, Limits.DEFAULT, new Problems());
            Node whole = new Node.Items(documents, source.whole());
            for (Node mutant : mutants(whole)) {
                StringBuilder text = new StringBuilder();
                mutant.items().forEach(document -> write(document, text.append("---\n")));
                check(importer, new SourceFile(source.name().replace(".json", ".yaml"), text.append('\n').toString()), context);
            }
        }
    }

    private static void check(Importer importer, SourceFile file, Context context) {
        assertDoesNotThrow(() -> importer.accepts(file), file::text);
        Draft draft = assertDoesNotThrow(() -> importer.read(List.of(file), context), file::text);
        draft.problems().forEach(problem -> assertTrue(problem.at().file().length() > 0, problem::toString));
    }

    /** The node with one place changed, once for each place and each wrong value. */
    private List<Node> mutants(Node node) {
        List<Node> mutants = new ArrayList<>();
        if (node instanceof Node.Items items) {
            for (int i = 0; i < items.items().size(); i++) {
                for (Node changed : changes(items.items().get(i))) {
                    List<Node> copy = new ArrayList<>(items.items());
                    copy.set(i, changed);
                    mutants.add(new Node.Items(copy, items.at()));
                }
            }
        } else if (node instanceof Node.Fields fields) {
            fields.values().forEach((key, value) -> changes(value).forEach(changed -> {
                Map<String, Node> copy = new LinkedHashMap<>(fields.values());
                copy.put(key, changed);
                mutants.add(new Node.Fields(copy, fields.keys(), fields.at()));
            }));
        }
        return mutants;
    }

    private List<Node> changes(Node node) {
        // Each place gets three of the wrong values, its neighbour the next three.
        List<Node> changes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            changes.add(WRONG.get(turn++ % WRONG.size()));
        }
        changes.addAll(mutants(node));
        return changes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().matches(".*\\.(ya?ml|json|dot|dsl|graphml|puml|iuml|c4|likec4)"))
                    .filter(f -> !f.toString().contains("template"))
                    .sorted()
                    .toList();
        }
    }

    private static Node scalar(String text, Node.Type type) {
        return new Node.Scalar(text, type, Location.of("x"));
    }

    private static Node fields(String key, Node value) {
        return new Node.Fields(Map.of(key, value), Map.of(), Location.of("x"));
    }

    /** As JSON, which is YAML. */
    private static void write(Node node, StringBuilder out) {
        if (node instanceof Node.Scalar scalar) {
            out.append(scalar.type() == Node.Type.STRING ? quoted(scalar.value()) : scalar.value());
        } else if (node instanceof Node.Items items) {
            out.append('[');
            items.items().forEach(item -> {
                write(item, out);
                out.append(", ");
            });
            out.append(']');
        } else if (node instanceof Node.Fields fields) {
            out.append('{');
            fields.values().forEach((key, value) -> {
                out.append(quoted(key)).append(": ");
                write(value, out);
                out.append(",\n ");
            });
            out.append('}');
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
