package quorate.derive.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.Technology;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * A restart as a sum of parts: detect + reschedule, and for what keeps state + attach its volume + replay its log. A part that
 * neither the model nor the technology's defaults state stays unknown under its name.
 */
final class Restart {

    private final Entity component;
    private final Optional<Technology> technology;
    private final List<RecoveryTime.Part> parts = new ArrayList<>();
    private final Set<Missing> missing = new TreeSet<>();

    Restart(Entity component, Optional<Technology> technology) {
        this.component = component;
        this.technology = technology;
        detect();
        if (!given("restart", "reschedule")) {
            unknown("reschedule");
        }
        if (keepsState()) {
            if (onVolume()) {
                unknown("attach");
            }
            if (!given("replay", "replay")) {
                unknown("replay");
            }
        }
    }

    List<RecoveryTime.Part> parts() {
        return List.copyOf(parts);
    }

    Set<Missing> missing() {
        return missing;
    }

    String formula() {
        return String.join(" + ", parts.stream().map(RecoveryTime.Part::name).toList());
    }

    String how() {
        Fact<Boolean> restarts = component.get(Keys.RESTARTS);
        return (restarts.is(false) || restarts.statedNone() ? "a person restarts it: " : "restart: ") + formula();
    }

    private boolean keepsState() {
        return component.kind() == Kind.STORE || component.kind() == Kind.CHANNEL || component.get(Keys.STATEFUL).is(true);
    }

    private boolean onVolume() {
        Fact<Words.VolumeKind> volume = component.get(Keys.VOLUME);
        return !volume.is(Words.VolumeKind.EPHEMERAL) && !volume.is(Words.VolumeKind.MEMORY);
    }

    /** The detector's timeout, else so many missed probes in a row. */
    private void detect() {
        Fact<Duration> timeout = component.get(Keys.DETECTOR_TIMEOUT);
        Fact<Duration> interval = component.get(Keys.DETECTOR_INTERVAL);
        Fact<Integer> misses = component.get(Keys.DETECTOR_MISSES);
        if (timeout.isKnown()) {
            parts.add(new RecoveryTime.Part(
                    "detect", Optional.empty(), timeout.value(), Evidence.of(component, Keys.DETECTOR_TIMEOUT)));
        } else if (interval.isKnown() && misses.isKnown()) {
            Duration worst = interval.value().get().multipliedBy(misses.value().get());
            Evidence why = Evidence.derived(
                    "interval x misses = " + ValueType.Span.text(worst),
                    Evidence.of(component, Keys.DETECTOR_INTERVAL),
                    Evidence.of(component, Keys.DETECTOR_MISSES));
            parts.add(new RecoveryTime.Part("detect", Optional.empty(), Optional.of(worst), why));
        } else {
            parts.add(new RecoveryTime.Part(
                    "detect", Optional.empty(), Optional.empty(), Evidence.of(component, Keys.DETECTOR_TIMEOUT)));
            missing.add(new Missing(component, Keys.DETECTOR_TIMEOUT));
        }
    }

    /** The technology's default for a part, if it has one. */
    private boolean given(String part, String name) {
        Optional<Technology.Timing> timing =
                technology.flatMap(t -> t.timing().stream().filter(one -> one.part().equals(part)).findFirst());
        timing.ifPresent(given -> {
            Technology from = technology.get();
            Evidence why = Evidence.seen(
                    from.name() + " " + part + " " + given.best() + " to " + given.worst() + ": " + given.assumes(),
                    Origin.byDefault(from.at(), from.name() + " " + from.asOf()));
            parts.add(new RecoveryTime.Part(
                    name, ValueType.Span.parse(given.best()), ValueType.Span.parse(given.worst()), why));
        });
        return timing.isPresent();
    }

    /** No key states it alone; the mean time to repair states the sum. */
    private void unknown(String name) {
        Evidence why = Evidence.derived("how long it takes to " + name + " is not stated", Evidence.of(component, Keys.MTTR));
        parts.add(new RecoveryTime.Part(name, Optional.empty(), Optional.empty(), why));
        missing.add(new Missing(component, Keys.MTTR));
    }
}
