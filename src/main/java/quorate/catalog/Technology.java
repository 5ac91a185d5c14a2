package quorate.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import quorate.source.Location;

/** A product: what it does by default, how it fails over, how it is recognised, which commands a runbook needs. */
public record Technology(
        String id,
        Location at,
        String body,
        String name,
        List<String> aliases,
        @JsonProperty("kind") String type,
        String role,
        String asOf,
        String summary,
        List<String> images,
        List<Integer> ports,
        List<String> schemes,
        List<Trace> detection,
        Replication replication,
        Consistency consistency,
        Pacelc pacelc,
        Failover failover,
        List<Timing> timing,
        List<Default> defaults,
        List<Setting> settings,
        List<Anomaly> anomalies,
        List<Command> commands,
        List<String> patterns,
        List<String> incidents,
        List<Reference> references)
        implements Entry {

    public Technology {
        aliases = Absent.list(aliases);
        images = Absent.list(images);
        ports = Absent.list(ports);
        schemes = Absent.list(schemes);
        detection = Absent.list(detection);
        replication = replication == null ? new Replication("", "", "", "") : replication;
        pacelc = pacelc == null ? new Pacelc("", "") : pacelc;
        failover = failover == null ? new Failover("", "", "", "") : failover;
        timing = Absent.list(timing);
        defaults = Absent.list(defaults);
        settings = Absent.list(settings);
        anomalies = Absent.list(anomalies);
        commands = Absent.list(commands);
        patterns = Absent.list(patterns);
        incidents = Absent.list(incidents);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.TECHNOLOGY;
    }

    public record Replication(String topology, String mode, String how, String source) {
        public Replication {
            source = Absent.text(source);
        }
    }

    /**
     * Consistency of operations.
     *
     * @param model id of the model offered by default, or empty
     * @param strongestModel id of the strongest model that can be set, or empty
     */
    public record Consistency(
            @JsonProperty("default") String byDefault,
            String strongest,
            String model,
            String strongestModel,
            String note,
            String source) {
        public Consistency {
            model = Absent.text(model);
            strongestModel = Absent.text(strongestModel);
            note = Absent.text(note);
            source = Absent.text(source);
        }
    }

    public record Pacelc(
            @JsonProperty("class") String rating, String source) {}

    public record Failover(String automatic, String how, String loss, String source) {
        public Failover {
            loss = Absent.text(loss);
            source = Absent.text(source);
        }
    }

    /** One part of a recovery time, from best to worst, as durations with units, for the conditions it assumes. */
    public record Timing(String part, String best, String worst, String assumes, String source) {
        public Timing {
            source = Absent.text(source);
        }
    }

    /** A fact that holds when nothing is stated, written as in architecture.yaml. */
    public record Default(String key, Object value, String versions, String source) {
        public Default {
            source = Absent.text(source);
        }
    }

    public record Setting(
            String name,
            @JsonProperty("default") String byDefault,
            String meaning,
            String safer,
            String version,
            String source) {
        public Setting {
            safer = Absent.text(safer);
            version = Absent.text(version);
            source = Absent.text(source);
        }
    }

    /** A report of a violated guarantee. */
    public record Anomaly(String version, int year, String claim, String finding, String url) {
        public Anomaly {
            claim = Absent.text(claim);
        }
    }

    /** A command of a runbook. */
    public record Command(
            @JsonProperty("for") String place,
            String when,
            String run,
            String expect,
            String otherwise,
            boolean destructive,
            String version,
            String source) {
        public Command {
            when = Absent.text(when);
            otherwise = Absent.text(otherwise);
            version = Absent.text(version);
            source = Absent.text(source);
        }
    }
}
