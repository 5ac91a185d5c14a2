package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import quorate.catalog.Technology;
import quorate.derive.Scenario;
import quorate.model.Entity;
import quorate.model.Words;
import quorate.site.page.PageLink;
import quorate.site.page.RunbookPage;

/** The steps of one runbook, from the commands of the technologies that are hit. */
final class RunbookSteps {

    /** Words of a command's situation that fit a failure. */
    private static final Map<Words.FailureKind, Pattern> FITS = Map.ofEntries(
            Map.entry(Words.FailureKind.LEADER_LOSS, Pattern.compile("leader lost|primary lost|master lost|controller lost|no leader|writes refused|after failover|failover|primary unhealthy|repeated")),
            Map.entry(Words.FailureKind.REPLICA_LOSS, Pattern.compile("node lost|replica|member|server lost|unreachable|away|after recovery|drive|shard")),
            Map.entry(Words.FailureKind.CRASH, Pattern.compile("down|lost|unreachable|writes refused|after recovery|errors")),
            Map.entry(Words.FailureKind.ZONE_LOSS, Pattern.compile("unreachable|node lost|member|majority|region|after recovery|leader lost|writes refused")),
            Map.entry(Words.FailureKind.REGION_LOSS, Pattern.compile("unreachable|majority|region|after recovery|leader lost|writes refused")),
            Map.entry(Words.FailureKind.PARTITION, Pattern.compile("unreachable|leader|majority|two |member|disagreement|after recovery|old primary")),
            Map.entry(Words.FailureKind.SLOW, Pattern.compile("slow|lag|overload|latency|behind")),
            Map.entry(Words.FailureKind.OVERLOAD, Pattern.compile("overload|memory|lag|behind|alarm|errors|upstream")),
            Map.entry(Words.FailureKind.COLD_CACHE, Pattern.compile("cache|restart|overload")),
            Map.entry(Words.FailureKind.MESSAGE_LOSS, Pattern.compile("behind|lag|stream|queue|lost")),
            Map.entry(Words.FailureKind.MESSAGE_DUPLICATION, Pattern.compile("behind|stream|queue|repeated")),
            Map.entry(Words.FailureKind.POISON_MESSAGE, Pattern.compile("behind|queue|lag")),
            Map.entry(Words.FailureKind.RESTORE, Pattern.compile("restore|volume|gone|lost|mistaken|damaged|all copies")));

    private static final Pattern AFTERWARDS = Pattern.compile("after recovery");

    /** What limits the damage whatever the technology. */
    private static final Map<Words.FailureKind, String> CONTAIN = Map.ofEntries(
            Map.entry(Words.FailureKind.LEADER_LOSS, "Stop deployments and manual promotions: two people who each promote a replica make two leaders."),
            Map.entry(Words.FailureKind.PARTITION, "Find out which side keeps a majority, and let nobody promote anything on the other."),
            Map.entry(Words.FailureKind.OVERLOAD, "Take load away first: turn off retries, batch jobs and what users can do without."),
            Map.entry(Words.FailureKind.SLOW, "Take it out of rotation if its peers can carry the load; a slow member hurts more than a dead one."),
            Map.entry(Words.FailureKind.POISON_MESSAGE, "Put the one message aside with its headers, so that those behind it move."),
            Map.entry(Words.FailureKind.RESTORE, "Stop writes to it, and keep the damaged copy: it may hold what no backup has."),
            Map.entry(Words.FailureKind.ZONE_LOSS, "Send traffic to the zones that are left, and stop rollouts and scale-in there."),
            Map.entry(Words.FailureKind.REGION_LOSS, "Send traffic to the regions that are left, and stop rollouts and scale-in there."),
            Map.entry(Words.FailureKind.COLD_CACHE, "Let clients in slowly, so that what stands behind the cache is not run over."),
            Map.entry(Words.FailureKind.CLOCK_SKEW, "Take hosts whose clocks differ out of rotation; stop what orders writes by their clocks."),
            Map.entry(Words.FailureKind.REPLICA_LOSS, "Stop rollouts and scale-in: the next instance that goes may be one too many."),
            Map.entry(Words.FailureKind.MESSAGE_LOSS, "Keep the producers' logs and the outbox: what is missing is found from them."),
            Map.entry(Words.FailureKind.MESSAGE_DUPLICATION, "Stop consumers whose work costs money or cannot be undone, until they recognise a repeated message."));

    /** What puts things back as they were, whatever the technology. */
    private static final Map<Words.FailureKind, String> FAIL_BACK = Map.ofEntries(
            Map.entry(Words.FailureKind.CRASH, "Undo what was turned off to contain it, one thing at a time."),
            Map.entry(Words.FailureKind.REPLICA_LOSS, "Let the new instance catch up before it counts, then allow rollouts and scale-in again."),
            Map.entry(Words.FailureKind.LEADER_LOSS, "Bring the old leader back as a follower. Move the lead back only at a quiet time, and only if its place matters."),
            Map.entry(Words.FailureKind.ZONE_LOSS, "Start what belongs there, let copies catch up, then send traffic back in steps."),
            Map.entry(Words.FailureKind.REGION_LOSS, "Start what belongs there, let copies catch up, reconcile, then send traffic back in steps."),
            Map.entry(Words.FailureKind.PARTITION, "Reconcile what both sides accepted before either is promoted, then take manual routes away."),
            Map.entry(Words.FailureKind.SLOW, "Put it back into rotation with a small share of the load first."),
            Map.entry(Words.FailureKind.OVERLOAD, "Turn back on what was turned off in steps, retries last."),
            Map.entry(Words.FailureKind.COLD_CACHE, "Let all clients in again once the share of misses is as before."),
            Map.entry(Words.FailureKind.CLOCK_SKEW, "Put hosts back once their clocks agree, then look for writes that were overwritten."),
            Map.entry(Words.FailureKind.MESSAGE_LOSS, "Send what is missing again, then compare counts on both ends."),
            Map.entry(Words.FailureKind.MESSAGE_DUPLICATION, "Undo what was done twice, then compare counts on both ends."),
            Map.entry(Words.FailureKind.POISON_MESSAGE, "Once the consumer handles it, put the message back, and watch it go through."),
            Map.entry(Words.FailureKind.RESTORE, "Let writes in again, take a backup at once, and keep the damaged copy until all is reconciled."));

    private final ProjectScope scope;
    private final Here here;
    private final Scenario scenario;
    private final List<Entity> touched;

    RunbookSteps(ProjectScope scope, Here here, Scenario scenario) {
        this.scope = scope;
        this.here = here;
        this.scenario = scenario;
        this.touched = scope.touched(scenario.failure().subject());
    }

    List<RunbookPage.Step> all() {
        List<RunbookPage.Step> all = new ArrayList<>(confirm());
        all.addAll(contain());
        all.addAll(recover());
        all.addAll(verify());
        return all;
    }

    /** What to look at, what stops the damage and what brings it back, the first of each; nothing where no command is known for it. */
    List<RunbookPage.Step> first() {
        List<RunbookPage.Step> first = new ArrayList<>(steps("confirm", 1));
        first.add(contain().get(0));
        recover().stream().limit(1).filter(step -> !step.run().isEmpty()).forEach(first::add);
        return first;
    }

    List<RunbookPage.Step> confirm() {
        return or(steps("confirm", 2), "confirm", "See whether " + Symptoms.of(scenario.failure()) + ".");
    }

    List<RunbookPage.Step> contain() {
        return or(steps("contain", 3), "contain", CONTAIN.getOrDefault(scenario.failure().kind(),
                "Keep deployments and manual changes away from " + ProjectScope.name(scenario.failure().subject())
                        + " until it is known what failed."));
    }

    List<RunbookPage.Step> recover() {
        List<RunbookPage.Step> steps = new ArrayList<>(steps("recover", 3));
        if (scenario.failure().kind() == Words.FailureKind.RESTORE || steps.isEmpty()) {
            steps.addAll(steps("restore", 3));
        }
        return or(steps, "recover", Phrases.sentence("Bring it back: " + scenario.recovery().how()));
    }

    List<RunbookPage.Step> verify() {
        return or(steps("verify", 3), "verify", "Watch until the journeys answer as before and no queue or lag grows.");
    }

    RunbookPage.Step failBack() {
        return plain("fail-back", 0, FAIL_BACK.getOrDefault(scenario.failure().kind(), "Undo what was changed to contain it."));
    }

    private List<RunbookPage.Step> steps(String place, int most) {
        List<RunbookPage.Step> steps = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (Entity entity : touched) {
            Optional<Technology> technology = scope.review().input().linked().technology(entity);
            if (technology.isPresent() && !used.contains(technology.get().id())) {
                used.add(technology.get().id());
                commands(technology.get(), place).forEach(c -> steps.add(step(place, steps.size(), entity, technology.get(), c)));
            }
        }
        return steps.subList(0, Math.min(most, steps.size()));
    }

    /** Commands whose situation fits the failure; where none says so, those without a situation. */
    private List<Technology.Command> commands(Technology technology, String place) {
        Pattern fits = FITS.getOrDefault(scenario.failure().kind(), AFTERWARDS);
        List<Technology.Command> all = technology.commands().stream().filter(c -> c.place().equals(place)).toList();
        List<Technology.Command> fitting = all.stream().filter(c -> fits.matcher(c.when().toLowerCase(Locale.ROOT)).find()).toList();
        List<Technology.Command> general = all.stream().filter(c -> c.when().isEmpty()).toList();
        boolean harmless = place.equals("confirm") || place.equals("verify");
        return !fitting.isEmpty() ? fitting : !general.isEmpty() ? general : harmless ? all : List.of();
    }

    private RunbookPage.Step step(String place, int index, Entity entity, Technology technology, Technology.Command command) {
        String verb = switch (place) {
            case "confirm" -> "look at ";
            case "verify" -> "check ";
            case "restore" -> "restore ";
            default -> "act on ";
        };
        String when = command.when().isEmpty() ? "" : command.when() + ": ";
        String text = Phrases.capital(when + verb) + entity.title() + ".";
        String danger = command.destructive() ? "Can lose data or drop traffic" : "";
        return new RunbookPage.Step(
                place + "-" + (index + 1), text, command.run(), command.expect(), command.otherwise(), danger,
                here.maybe(technology.name(), "technology", technology.id()));
    }

    private List<RunbookPage.Step> or(List<RunbookPage.Step> steps, String place, String text) {
        return steps.isEmpty() ? List.of(plain(place, 0, text)) : steps;
    }

    private static RunbookPage.Step plain(String place, int index, String text) {
        return new RunbookPage.Step(place + "-" + (index + 1), text, "", "", "", "", PageLink.NONE);
    }
}
