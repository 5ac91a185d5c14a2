package quorate.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.derive.Scenario;
import quorate.derive.failure.DataEffect;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.model.Architecture;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.review.Review;

/**
 * A failure scenario as the draft of an experiment: what the analysis says will happen is the hypothesis, for any tool; beside
 * it resources that make the failure with Chaos Mesh, where that has a kind for it.
 */
public final class ChaosExperiment {

    private final Architecture architecture;
    private final Scenario scenario;

    /**
     * A draft as YAML.
     *
     * @param chaosMesh resources for Chaos Mesh; empty where it has no kind for the failure
     */
    public record Draft(String plain, String chaosMesh) {}

    private ChaosExperiment(Architecture architecture, Scenario scenario) {
        this.architecture = architecture;
        this.scenario = scenario;
    }

    /** Drafts for all scenarios for which no experiment has been exercised, by the id of the failure, in the order of the scenarios. */
    public static Map<String, Draft> all(Review review) {
        Architecture architecture = review.input().linked().architecture();
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (Scenario scenario : review.input().derived().scenarios()) {
            if (!scenario.isExercised()) {
                String mesh = mesh(new ChaosMesh(architecture, scenario).resources(), scenario);
                drafts.put(scenario.failure().id(), new Draft(new ChaosExperiment(architecture, scenario).write(), mesh));
            }
        }
        return Collections.unmodifiableMap(drafts);
    }

    /**
     * All drafts in one file. Resources for Chaos Mesh are text in it: nobody breaks everything at once by applying the file.
     */
    public static String list(Map<String, Draft> drafts) {
        StringBuilder text = new StringBuilder("""
                # Drafts of experiments, made from the analysis. They change nothing by themselves. To take out what makes one failure:
                # yq '.experiments[] | select(.scenario == "...") | .chaos-mesh' experiments.yaml
                """);
        text.append(drafts.isEmpty() ? "experiments: []\n" : "experiments:\n");
        for (Draft draft : drafts.values()) {
            String lead = "  - ";
            for (String line : draft.plain().lines().toList()) {
                text.append(lead).append(line).append('\n');
                lead = "    ";
            }
            if (!draft.chaosMesh().isEmpty()) {
                text.append("    chaos-mesh: |\n");
                draft.chaosMesh().lines().forEach(line -> text.append("      ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static String mesh(List<YamlTree> resources, Scenario scenario) {
        if (resources.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("# " + Plain.line(scenario.failure().title())
                + ": a draft for Chaos Mesh 2. Replace every placeholder before it is applied.\n");
        for (YamlTree resource : resources) {
            text.append("---\n");
            resource.write("", text);
        }
        return text.toString();
    }

    private String write() {
        YamlTree tree = new YamlTree();
        tree.state(List.of("title"), text(scenario.failure().title()), "");
        tree.state(List.of("scenario"), text(scenario.failure().id()), "");
        tree.state(List.of("failure", "kind"), Words.written(scenario.failure().kind()), "");
        tree.state(List.of("failure", "subject"), text(scenario.failure().subject().title()), "");
        tree.state(List.of("failure", "manner"), scenario.failure().silent() ? "silent" : "refused",
                scenario.failure().silent() ? "callers wait" : "callers learn at once");
        tree.state(List.of("hypothesis", "journeys"), scenario.journeys().stream().map(this::journey).toList(), "as computed");
        tree.state(List.of("hypothesis", "data"), scenario.data().stream().map(this::data).toList(), "");
        tree.state(List.of("hypothesis", "recovery-time"), text(scenario.recovery().words()), "");
        Set<Missing> open = new TreeSet<>(scenario.recovery().missing());
        scenario.journeys().forEach(j -> open.addAll(scenario.trace(j).deciding()));
        scenario.data().forEach(d -> open.addAll(d.deciding()));
        if (!open.isEmpty()) {
            tree.state(List.of("hypothesis", "open"), items(open.stream().map(Missing::path).distinct().toList()), "facts that would narrow it");
        }
        tree.state(List.of("method"), items(method()), "");
        tree.state(List.of("abort-when"), items(abort()), "");
        tree.state(List.of("rollback"), items(rollback()), "");
        StringBuilder text = new StringBuilder();
        tree.write("", text);
        return text.toString();
    }

    private YamlTree journey(JourneyImpact impact) {
        YamlTree one = new YamlTree();
        one.state(List.of("journey"), text(impact.journey().title()), "");
        if (!impact.side().isEmpty()) {
            one.state(List.of("seen-from"), text(impact.side()), "");
        }
        one.state(List.of("during"), impact.during().words(), "");
        one.state(List.of("after-recovery"), impact.settled().words(), "");
        impact.journey().get(Keys.SLO_AVAILABILITY).value().ifPresent(share ->
                one.state(List.of("objective"), text("availability " + Keys.SLO_AVAILABILITY.type().show(share)), ""));
        impact.journey().get(Keys.DEGRADED_ANSWER).value().ifPresent(answer -> one.state(List.of("degraded-answer"), text(answer), ""));
        return one;
    }

    private YamlTree data(DataImpact impact) {
        YamlTree one = new YamlTree();
        one.state(List.of("data"), text(impact.domain().title()), "");
        if (!impact.side().isEmpty()) {
            one.state(List.of("seen-from"), text(impact.side()), "");
        }
        one.state(List.of("effects"), items(impact.effects().stream().map(DataEffect::words).toList()), "");
        List<String> more = impact.possible().stream()
                .filter(effect -> !impact.effects().contains(effect))
                .map(DataEffect::words)
                .toList();
        if (!more.isEmpty()) {
            one.state(List.of("at-worst-also"), items(more), "");
        }
        if (!impact.loss().isEmpty()) {
            one.state(List.of("loss"), text(impact.loss()), "");
        }
        return one;
    }

    /** What is done, by the kind of failure; a kind that has no way of its own gets the common one. */
    private List<String> method() {
        String subject = scenario.failure().subject().title();
        String act = switch (scenario.failure().kind()) {
            case CRASH -> scenario.failure().subject().kind() == Kind.EXTERNAL
                    ? "Block the way to " + subject + ". Drop the packets, do not refuse them."
                    : "Stop every instance of " + subject + ".";
            case REPLICA_LOSS -> "Stop one instance of " + subject + " without warning.";
            case LEADER_LOSS -> "Find the leader of " + subject + " and stop it without warning.";
            case ZONE_LOSS, REGION_LOSS -> "Stop everything that runs in " + subject + ", without warning.";
            case PARTITION -> "Drop the packets of: " + scenario.failure().title() + ". Drop, do not refuse, in both directions.";
            case SLOW -> "Delay every answer of " + subject + " beyond what its callers wait.";
            case OVERLOAD -> "Send " + subject + " more load than it carries, or take capacity from it.";
            case CLOCK_SKEW -> "Set the clock of one instance of " + subject + " apart from the others.";
            case COLD_CACHE -> "Empty " + subject + " at the busiest hour for which there is consent.";
            case POISON_MESSAGE -> "Publish one message to " + subject + " that its consumers cannot handle.";
            case MESSAGE_LOSS -> "Drop one message of " + subject + " between producer and consumer.";
            case RESTORE -> "Restore " + subject + " from its backup into an empty place.";
            default -> "Make it happen: " + scenario.failure().title() + ".";
        };
        return List.of("Watch every journey named above until it is steady, and write down its error rate and latency.", act,
                "Write down when each journey changed its state, and when it came back.");
    }

    private List<String> abort() {
        List<String> abort = new ArrayList<>();
        List<String> unharmed = scenario.journeys().stream()
                .filter(j -> j.during().worst() == State.UP)
                .map(j -> j.journey().title())
                .distinct()
                .toList();
        unharmed.forEach(journey -> abort.add(journey + " is no longer up."));
        abort.add("A journey that is not named above fails.");
        scenario.recovery().worst().filter(worst -> worst.compareTo(Duration.ZERO) > 0)
                .ifPresent(worst -> abort.add("Recovery takes longer than " + ValueType.Span.text(worst) + "."));
        boolean safe = scenario.data().stream()
                .flatMap(d -> Stream.concat(d.effects().stream(), d.possible().stream()))
                .noneMatch(effect -> effect == DataEffect.MAY_LOSE || effect == DataEffect.MAY_DIVERGE);
        if (safe) {
            abort.add("A write that was acknowledged cannot be read.");
        }
        return abort;
    }

    private List<String> rollback() {
        String undo = switch (scenario.failure().kind()) {
            case CRASH, REPLICA_LOSS, LEADER_LOSS, ZONE_LOSS, REGION_LOSS -> scenario.failure().subject().kind() == Kind.EXTERNAL
                    ? "Let the packets through again."
                    : "Start what was stopped.";
            case PARTITION -> "Let the packets through again.";
            case SLOW -> "Take the delay away.";
            case OVERLOAD -> "Stop the load.";
            case CLOCK_SKEW -> "Set the clock right, and start the instance again.";
            case POISON_MESSAGE -> "Take the message away, or let the dead-letter place have it.";
            case RESTORE -> "Give up the restored copy.";
            default -> "Undo what was done.";
        };
        Optional<String> runbook = scenario.covered().stream()
                .filter(item -> item.get(Keys.READINESS_KIND).is(Words.ReadinessKind.RUNBOOK))
                .map(item -> "Follow the runbook " + item.title() + item.get(Keys.ADDRESS).value().map(a -> " (" + a + ")").orElse("") + ".")
                .findFirst();
        List<String> steps = new ArrayList<>(List.of(undo));
        runbook.ifPresent(steps::add);
        steps.add("Wait until every journey is up, and compare the data with their state before.");
        return steps;
    }

    private static String items(List<String> items) {
        return "[" + String.join(", ", items.stream().map(ChaosExperiment::quoted).toList()) + "]";
    }

    /** Inside brackets commas and brackets mean something, too. */
    private static String quoted(String text) {
        return "\"" + Plain.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String text(String text) {
        return YamlText.scalar(Plain.line(text));
    }
}
