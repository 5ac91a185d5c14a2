package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.model.Architecture;
import quorate.model.Conflict;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.review.Unknown;
import quorate.source.Problem;

/**
 * The whole analysis of a project as JSON. Its form is published as {@code analysis.schema.json}; a change that a reader
 * of it could notice raises {@link #SCHEMA_VERSION}.
 */
public final class AnalysisJson {

    public static final int SCHEMA_VERSION = 1;

    private AnalysisJson() {}

    /**
     * The analysis as text, ended by a line feed.
     *
     * @param toolVersion version of Quorate that made it
     */
    public static String of(Review review, String toolVersion) {
        return of(review, Sensitivity.NONE, toolVersion);
    }

    /** The same with what single facts decide. */
    public static String of(Review review, Sensitivity sensitivity, String toolVersion) {
        return JsonText.of(tree(review, sensitivity, toolVersion));
    }

    /** What a {@link Snapshot} reads of it, without what takes long and is not compared: cut sets, budgets, how results come about. */
    static ObjectNode stated(Review review) {
        ObjectNode root = object();
        root.set("model", model(review.input().linked().architecture()));
        root.set("findings", array(review.findings(), f -> FindingJson.finding(f, Optional.empty())));
        root.set("scenarios", ScenarioJson.all(review.input().derived().scenarios(), 0));
        root.set("positions", array(review.input().derived().positions(), PositionJson::position));
        root.set("selections", array(review.selections(), s -> SelectionJson.selection(s, Sensitivity.NONE.turns(s))));
        return root;
    }

    private static ObjectNode tree(Review review, Sensitivity sensitivity, String toolVersion) {
        Architecture architecture = review.input().linked().architecture();
        ObjectNode root = object();
        root.put("$schema", "analysis.schema.json");
        root.put("schemaVersion", SCHEMA_VERSION);
        root.set("tool", object().put("name", "quorate").put("version", toolVersion));
        root.set("project", project(architecture));
        root.set("model", model(architecture));
        root.set("conflicts", array(architecture.conflicts(), AnalysisJson::conflict));
        root.set("sources", texts(architecture.sources()));
        root.set("problems", array(architecture.problems(), AnalysisJson::problem));
        root.set("findings", array(review.findings(), f -> FindingJson.finding(f, sensitivity.clearing(f))));
        root.set("questions", array(review.questions(), FindingJson::question));
        root.set("unknowns", array(Unknown.ranked(review), FindingJson::unknown));
        root.set("scenarios", ScenarioJson.all(review.input().derived().scenarios(), review.traced()));
        root.set("positions", array(review.input().derived().positions(), PositionJson::position));
        root.set("budgets", BudgetJson.budgets(review.input().derived().budgets()));
        root.set("reliability", ReliabilityJson.all(review.input().derived().reliability()));
        root.set("agreements", AgreementJson.all(review.input().derived().agreements()));
        root.set("loadLoops", LoopJson.all(review.input().derived().loops()));
        root.set("selections", array(review.selections(), s -> SelectionJson.selection(s, sensitivity.turns(s))));
        root.set("checklist", array(review.checklist(), SelectionJson::answer));
        root.set("notes", texts(notes(review, sensitivity)));
        return root;
    }

    /** The remarks of the review, and what was bounded. */
    private static List<String> notes(Review review, Sensitivity sensitivity) {
        List<String> notes = new ArrayList<>(review.notes());
        int results = review.input().derived().scenarios().stream().mapToInt(scenario -> scenario.journeys().size()).sum();
        if (results > review.traced()) {
            notes.add("Of " + results + " results of scenarios for journeys, how they come about is told for the first "
                    + review.traced() + " at most.");
        }
        if (sensitivity != Sensitivity.NONE && review.wrong().size() > review.varied()) {
            notes.add("For the first " + review.varied() + " of " + review.wrong().size()
                    + " findings it was tried whether a change of a single fact clears them.");
        }
        return notes;
    }

    private static ObjectNode project(Architecture architecture) {
        ObjectNode project = object().put("id", architecture.id());
        project.put("title", architecture.system().title());
        put(project, "purpose", architecture.system().get(Keys.PURPOSE).value(), Parts::text);
        put(project, "repository", architecture.system().get(Keys.REPOSITORY).value(), Parts::text);
        return project;
    }

    private static ObjectNode model(Architecture architecture) {
        ObjectNode model = object();
        model.set("system", Parts.subject(architecture.system()));
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM) {
                model.set(field(kind), array(architecture.subjects(kind), Parts::subject));
            }
        }
        return model;
    }

    /** The section's name in camel case: {@code faultDomains}. */
    private static String field(Kind kind) {
        return kind == Kind.FAULT_DOMAIN ? "faultDomains" : kind.section();
    }

    private static JsonNode conflict(Conflict conflict) {
        ObjectNode node = object();
        node.set("subject", object().put("kind", conflict.kind().word()).put("id", conflict.subject()));
        node.put("key", conflict.key().id()).put("kept", conflict.kept());
        node.set("keptOrigin", Parts.origin(conflict.keptAt()));
        node.put("other", conflict.other());
        node.set("otherOrigin", Parts.origin(conflict.otherAt()));
        return node;
    }

    private static JsonNode problem(Problem problem) {
        ObjectNode node = object().put("severity", problem.isError() ? "error" : "warning");
        node.put("message", problem.message());
        put(node, "hint", problem.hint());
        node.set("at", Parts.at(problem.at()));
        return node;
    }
}
