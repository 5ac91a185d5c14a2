package quorate.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Link;
import quorate.model.Subject;

/** A draft as text: one line for each subject, one for each fact with its place, one for each problem. */
final class DraftText {

    private DraftText() {}

    static String of(Draft draft) {
        List<String> lines = new ArrayList<>();
        draft.entities().stream()
                .sorted(Comparator.comparing(Entity::kind).thenComparing(Entity::id))
                .forEach(entity -> add(lines, entity));
        draft.links().stream().sorted(Comparator.comparing(Link::id)).forEach(link -> add(lines, link));
        draft.problems().forEach(problem -> lines.add(problem.toString()));
        lines.add("read " + String.join(", ", draft.sources()));
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, Subject subject) {
        lines.add(subject.kind().word() + " " + subject.id() + "  " + subject.at());
        subject.facts().keys().forEach(key -> lines.add("  " + line(subject, key)));
    }

    private static <T> String line(Subject subject, Key<T> key) {
        Fact<T> fact = subject.get(key);
        String how = fact.origin().how().isEmpty() ? "" : " (" + fact.origin().how() + ")";
        return key.id() + "=" + fact.value().map(key.type()::show).orElse("none") + "  "
                + fact.origin().provenance().word() + " " + fact.origin().at() + how;
    }
}
