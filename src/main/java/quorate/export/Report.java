package quorate.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.source.Location;

/**
 * What the formats for pipelines and people are made from: reviews, and what fails the gate.
 *
 * @param before findings that were there before, which fail no gate
 * @param showsBefore whether formats that know no word for such findings list them all the same
 */
public record Report(List<Reviewed> projects, Gate gate, Baseline before, boolean showsBefore) {

    public Report {
        projects = List.copyOf(projects);
    }

    public Report(List<Reviewed> projects, Gate gate) {
        this(projects, gate, Baseline.NONE, false);
    }

    /** With the gate at high, presumed findings not counted, all findings new. */
    public static Report of(List<Reviewed> projects) {
        return new Report(projects, Gate.DEFAULT);
    }

    /** A finding with the project that it is from. */
    record Located(Reviewed project, Finding finding) {

        Location at() {
            return finding.subject().at();
        }

        /** Behind its last letter; nothing where that is not known. */
        Optional<Location> end() {
            return project.extents().end(at());
        }

        String place() {
            return project.place(at());
        }
    }

    /** Whether the finding was there before. */
    boolean wasThere(Reviewed project, Finding finding) {
        return before.has(project.review().project(), finding);
    }

    /** Whether this finding fails the gate by itself. */
    boolean fails(Reviewed project, Finding finding) {
        return gate.fails(finding) && !wasThere(project, finding);
    }

    /** How many findings fail the gate by themselves. */
    public long failing() {
        return wrong().stream().filter(l -> fails(l.project(), l.finding())).count();
    }

    /** How many warnings there are, if they are too many; else none. */
    public long excess() {
        long warnings = wrong().stream()
                .filter(l -> gate.warns(l.finding()) && !wasThere(l.project(), l.finding()))
                .count();
        return gate.mostWarnings().isPresent() && warnings > gate.mostWarnings().getAsInt() ? warnings : 0;
    }

    /** Whether the gate failed. */
    public boolean fails() {
        return failing() > 0 || excess() > 0;
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

    /** What is wrong and not accepted, without what was there before unless that is to be shown. */
    List<Located> open() {
        return wrong().stream()
                .filter(l -> l.finding().acceptance().isEmpty())
                .filter(l -> showsBefore || !wasThere(l.project(), l.finding()))
                .toList();
    }

    /** Those that say the same of different subjects as one. */
    List<Alike<Located>> alike(List<Located> located) {
        return Alike.of(located, Located::finding, l -> l.project().review());
    }

    /** {@code 26 subjects: carts-db, orders-db and 24 more}: of which it is said, so many by name. */
    String subjects(Alike<Located> alike, int named) {
        List<String> names = alike.all().stream().map(l -> Plain.line(l.finding().subject().title())).toList();
        String some = String.join(", ", names.subList(0, Math.min(named, names.size())));
        return names.size() + " subjects: " + some + (names.size() > named ? " and " + (names.size() - named) + " more" : "");
    }

    /** How many findings are wrong, not accepted, and were there before. */
    long before(List<Reviewed> of) {
        return of.stream()
                .flatMap(p -> p.review().wrong().stream()
                        .filter(f -> f.acceptance().isEmpty() && wasThere(p, f)))
                .count();
    }

    /** Why the gate failed, in words; empty when it did not. */
    String why() {
        List<String> why = new ArrayList<>();
        long failing = failing();
        if (failing > 0) {
            why.add(failing + (before.known().isEmpty() ? "" : " new") + (failing == 1 ? " finding" : " findings") + " at or above the gate");
        }
        long excess = excess();
        if (excess > 0) {
            why.add(excess + (excess == 1 ? " warning" : " warnings") + " where " + gate.mostWarnings().getAsInt() + " may be");
        }
        return String.join(", ", why);
    }
}
