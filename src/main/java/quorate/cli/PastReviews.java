package quorate.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.export.Snapshot;
import quorate.history.Versions;
import quorate.history.Versions.Line;
import quorate.history.Versions.Version;
import quorate.review.Review;
import quorate.site.Evolution;
import quorate.site.Moment;

/**
 * Reviews the earlier revisions of projects by the rules and the catalog of today. What a revision states is kept by the
 * content of its folder and by what analysed it, so that it is reviewed once.
 */
final class PastReviews implements Closeable {

    private static final String FAILED = "!";

    private final Stages stages;
    private final Versions versions;
    private final Map<String, Line> lines;
    private final Path cache;
    private final String analyser;

    /**
     * @param lines of the folders, by their path in the repository
     * @param analyser identifies the tool, the catalog and the day by which they judge
     */
    PastReviews(Stages stages, Versions versions, Map<String, Line> lines, Path cache, String analyser) {
        this.stages = stages;
        this.versions = versions;
        this.lines = lines;
        this.cache = cache;
        this.analyser = analyser;
    }

    /** A revision as it was reviewed: what it states, or why it could not be. */
    private record Past(Version version, Optional<Snapshot> states, String note) {}

    @Override
    public void close() {
        versions.close();
    }

    /** How the project came to be as it is; nothing to tell when its folder has had one state only. */
    Evolution of(String project, String folder, Review current) throws IOException {
        Line line = lines.get(folder);
        if (line == null || line.versions().isEmpty()) {
            return Evolution.NONE;
        }
        List<Past> pasts = new ArrayList<>();
        for (Version version : line.versions()) {
            pasts.add(past(project, version));
        }
        Snapshot now = Snapshot.of(current);
        List<Moment> moments = new ArrayList<>();
        pasts.get(0).states().filter(newest -> !newest.equals(now)).ifPresent(newest ->
                moments.add(new Moment("", "What is not committed yet", "", "", "", changes(newest, now))));
        for (int i = 0; i < pasts.size(); i++) {
            moments.add(moment(pasts, i));
        }
        return moments.size() < 2 ? Evolution.NONE : new Evolution(moments, choices(pasts, now, true), choices(pasts, now, false), note(line));
    }

    private static Moment moment(List<Past> pasts, int index) {
        Past past = pasts.get(index);
        Version version = past.version();
        String note = past.note();
        List<Moment.Change> changes = List.of();
        if (index + 1 == pasts.size()) {
            note = note.isEmpty() ? "The oldest state that was looked at." : note;
        } else if (note.isEmpty()) {
            Past before = pasts.get(index + 1);
            note = before.note().isEmpty() ? "" : "The state before could not be analysed, so what changed is not known.";
            changes = before.states().map(earlier -> changes(earlier, past.states().get())).orElse(List.of());
        }
        return new Moment(version.commit(), version.message(), Clock.day(version.time()).toString(), version.time().toString(), note, changes);
    }

    private static List<Moment.Change> changes(Snapshot before, Snapshot after) {
        return after.since(before).stream()
                .map(c -> new Moment.Change(c.matter().words(), c.subject(), c.before(), c.after()))
                .toList();
    }

    private static String note(Line line) {
        return switch (line.end()) {
            case BEGINNING -> "";
            case SHALLOW -> "This clone of the repository does not hold all commits. What came before the oldest one is not known, "
                    + "nor which commit brought the oldest state.";
            case BOUND -> "There are earlier revisions, which were not looked at; build --history takes how many are.";
        };
    }

    /** The pattern choices that are, or are not, the same in all revisions that have them. */
    private static List<String> choices(List<Past> pasts, Snapshot now, boolean held) {
        Map<String, Set<String>> values = new TreeMap<>();
        Stream.concat(Stream.of(now), pasts.stream().flatMap(p -> p.states().stream()))
                .flatMap(s -> s.statements().stream())
                .filter(s -> s.matter() == Snapshot.Matter.PATTERN)
                .forEach(s -> values.computeIfAbsent(s.subject(), k -> new TreeSet<>()).add(s.value()));
        return values.entrySet().stream()
                .filter(choice -> choice.getValue().size() == 1 == held)
                .map(choice -> choice.getKey() + ": " + String.join(" / ", choice.getValue()))
                .toList();
    }

    private Past past(String project, Version version) throws IOException {
        Path kept = cache.resolve(hash(project + "\n" + version.tree() + "\n" + analyser) + ".txt");
        String text = Files.isRegularFile(kept) ? Files.readString(kept) : "";
        Optional<Snapshot> known = text.isEmpty() || text.startsWith(FAILED) ? Optional.empty() : Snapshot.read(text);
        if (known.isPresent() || text.startsWith(FAILED)) {
            return new Past(version, known, known.isPresent() ? "" : text.substring(1));
        }
        Past past = review(project, version);
        keep(kept, past.states().map(Snapshot::text).orElse(FAILED + past.note()));
        return past;
    }

    private Past review(String project, Version version) throws IOException {
        Optional<Snapshot> states = Optional.empty();
        String note = "The folder held too much to be looked at.";
        try {
            states = new EarlierState(stages, versions).review(project, version.tree(), Optional.empty()).map(Snapshot::of);
            note = states.isPresent() ? "" : note;
        } catch (Exit.InputError e) {
            note = "The files of this revision could not be analysed: " + e.problems().get(0).message() + ".";
        }
        return new Past(version, states, note);
    }

    private static void keep(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "fresh", ".tmp");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
