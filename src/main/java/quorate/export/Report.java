package quorate.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quorate.review.Finding;
import quorate.review.Severity;
import quorate.source.Location;

/**
 * What the formats for pipelines and people are made from: reviews, and what fails the gate.
 *
 * @param gate findings of this severity or worse fail it; nothing when nothing shall fail
 * @param presumedToo whether presumed findings count
 */
public record Report(List<Reviewed> projects, Optional<Severity> gate, boolean presumedToo) {

    public Report {
        projects = List.copyOf(projects);
    }

    /** With the gate at high, presumed findings not counted. */
    public static Report of(List<Reviewed> projects) {
        return new Report(projects, Optional.of(Severity.HIGH), false);
    }

    /** Whether this finding fails the gate. */
    public boolean fails(Finding finding) {
        return gate.filter(finding.severity()::atLeast).isPresent() && finding.counts(presumedToo);
    }

    /** How many findings fail the gate. */
    public long failing() {
        return projects.stream()
                .flatMap(p -> p.review().findings().stream())
                .filter(this::fails)
                .count();
    }

    /** A finding with the project that it is from. */
    record Located(Reviewed project, Finding finding) {

        Location at() {
            return finding.subject().at();
        }

        String place() {
            return project.place(at());
        }
    }

    /** What is wrong, accepted or not, by severity, rule, place. */
    List<Located> wrong() {
        List<Located> wrong = new ArrayList<>();
        projects.forEach(p -> p.review().wrong().forEach(f -> wrong.add(new Located(p, f))));
        wrong.sort(Comparator.comparing((Located l) -> l.finding().severity())
                .thenComparing(l -> l.finding().rule().id())
                .thenComparing(l -> l.project().path(l.at()))
                .thenComparing(Located::at)
                .thenComparing(l -> l.finding().id()));
        return wrong;
    }

    /** What is wrong and not accepted. */
    List<Located> open() {
        return wrong().stream().filter(l -> l.finding().acceptance().isEmpty()).toList();
    }
}
