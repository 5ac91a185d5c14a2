package quorate.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.model.Subject;
import quorate.source.Location;
import quorate.source.Problem;
import quorate.source.Spelling;

/**
 * What the owners accept. An acceptance names the subject, or stands as a comment on a line: then it is about the subject
 * that begins on the line, and where none does, about every finding of its rule that rests on a fact of that line.
 */
final class Acceptances {

    private final List<Entity> all;
    private final LocalDate today;
    private final Set<String> beginnings = new HashSet<>();

    /** @param today the day on which acceptances expire or not; the last day itself still counts */
    Acceptances(Architecture architecture, LocalDate today) {
        this.all = architecture.all(Kind.ACCEPTANCE);
        this.today = today;
        if (all.stream().anyMatch(a -> a.get(Keys.ACCEPTED_LINE).isKnown())) {
            for (Kind kind : Kind.values()) {
                if (kind != Kind.SYSTEM && kind != Kind.ACCEPTANCE) {
                    architecture.subjects(kind).forEach(subject -> beginnings.add(subject.at().brief()));
                }
            }
        }
    }

    /** The acceptance that lies over this answer and has not expired. */
    Optional<Entity> over(String rule, Subject subject, Outcome outcome) {
        return all.stream()
                .filter(a -> a.get(Keys.ACCEPTED_RULE).is(rule))
                .filter(a -> !expired(a))
                .filter(a -> a.get(Keys.ACCEPTED_LINE)
                        .value()
                        .map(line -> isOn(line, subject, outcome))
                        .orElseGet(() -> a.get(Keys.ACCEPTED_SUBJECT)
                                .is(s -> s.equals(subject.id()) || s.equals(subject.title()))))
                .findFirst();
    }

    private boolean isOn(String line, Subject subject, Outcome outcome) {
        return beginnings.contains(line) ? subject.at().brief().equals(line) : rests(outcome.because(), line);
    }

    /** Evidence is as deep as a derivation is long, which no user decides. */
    private static boolean rests(List<Evidence> because, String line) {
        return because.stream().anyMatch(e -> e.origin()
                        .filter(o -> o.provenance() != Provenance.DEFAULT && o.provenance() != Provenance.UNKNOWN)
                        .filter(o -> o.at().brief().equals(line))
                        .isPresent()
                || rests(e.because(), line));
    }

    private boolean expired(Entity acceptance) {
        return acceptance.get(Keys.EXPIRES).is(day -> day.isBefore(today));
    }

    /** Acceptances that do nothing, each at its place: expired, of a rule that there is not, or without a finding. */
    List<Problem> idle(List<Finding> findings, Collection<String> rules) {
        List<Problem> idle = new ArrayList<>();
        for (Entity acceptance : all) {
            String rule = acceptance.get(Keys.ACCEPTED_RULE).or("");
            String name = "the acceptance of " + acceptance.id();
            Location at = acceptance.at();
            if (!rules.contains(rule)) {
                idle.add(Problem.warning(at, name + " names the rule '" + rule + "', which the catalog does not have",
                        Spelling.hint(rule, rules)));
            } else if (expired(acceptance)) {
                idle.add(Problem.warning(at, name + " has expired; the finding counts again",
                        "Mend the finding, or accept it anew until another day."));
            } else if (findings.stream().noneMatch(f -> f.isWrong() && f.acceptance().filter(acceptance::equals).isPresent())) {
                idle.add(Problem.warning(at, name + " matches no finding; remove it", ""));
            }
        }
        idle.sort(Comparator.naturalOrder());
        return idle;
    }
}
