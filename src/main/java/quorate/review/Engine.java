package quorate.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import quorate.catalog.Catalog;
import quorate.catalog.RuleText;
import quorate.derive.Derived;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;

/** Asks every rule of every subject it is about, and puts the answers together. */
public final class Engine {

    private final List<Rule> rules;
    private final Catalog catalog;
    private final LocalDate today;

    /**
     * @param rules each with its text in the catalog
     * @param today the day on which acceptances expire or not
     */
    public Engine(List<Rule> rules, Catalog catalog, LocalDate today) {
        this.rules = List.copyOf(rules);
        this.catalog = catalog;
        this.today = today;
    }

    public Review review(Linked linked, Derived derived) {
        Review.Input input = new Review.Input(linked, derived);
        Architecture architecture = linked.architecture();
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            RuleText text = catalog.rules().get(rule.id());
            for (Kind kind : Kind.values()) {
                if (rule.about().contains(kind)) {
                    for (Subject subject : architecture.subjects(kind)) {
                        ask(rule, text, subject, input).ifPresent(findings::add);
                    }
                }
            }
        }
        findings.sort(Comparator.comparing((Finding f) -> !f.isWrong())
                .thenComparing(Finding::severity)
                .thenComparing(Finding::id));
        List<Question> questions = questions(findings, architecture);
        return new Review(
                input,
                findings,
                questions,
                new Selections(linked).all(),
                new Checklist(catalog, rules).answers(findings, input),
                notes(architecture, findings));
    }

    private Optional<Finding> ask(Rule rule, RuleText text, Subject subject, Review.Input input) {
        Outcome outcome = rule.check(subject, input);
        if (outcome instanceof Outcome.DoesNotApply) {
            return Optional.empty();
        }
        Optional<Entity> acceptance = input.linked().architecture().all(Kind.ACCEPTANCE).stream()
                .filter(a -> a.get(Keys.ACCEPTED_RULE).is(rule.id()))
                .filter(a -> a.get(Keys.ACCEPTED_SUBJECT).is(s -> s.equals(subject.id()) || s.equals(subject.title())))
                .filter(a -> !expired(a))
                .findFirst();
        return Optional.of(new Finding(text, subject, outcome, acceptance));
    }

    private boolean expired(Entity acceptance) {
        return acceptance.get(Keys.EXPIRES).is(day -> day.isBefore(today));
    }

    private List<String> notes(Architecture architecture, List<Finding> findings) {
        List<String> notes = new ArrayList<>();
        for (Entity acceptance : architecture.all(Kind.ACCEPTANCE)) {
            boolean used = findings.stream()
                    .anyMatch(f -> f.isWrong() && f.acceptance().filter(acceptance::equals).isPresent());
            if (expired(acceptance)) {
                notes.add("The acceptance of " + acceptance.id() + " at " + acceptance.at().brief()
                        + " has expired; the finding counts again.");
            } else if (!used) {
                notes.add("The acceptance of " + acceptance.id() + " at " + acceptance.at().brief()
                        + " matches no finding; remove it.");
            }
        }
        architecture.conflicts().forEach(c -> notes.add(c.subject() + ": " + c.key().id() + " is " + c.kept() + " at "
                + c.keptAt().at().brief() + " and " + c.other() + " at " + c.otherAt().at().brief()
                + "; the analysis uses " + c.kept() + "."));
        return notes;
    }

    /** One question for each rule and component, so that the links of a service are asked about together. */
    private static List<Question> questions(List<Finding> findings, Architecture architecture) {
        record About(RuleText rule, Subject about) {}
        Map<About, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.outcome() instanceof Outcome.Unknown) {
                Subject about = finding.subject();
                if (about instanceof Link link) {
                    about = architecture.component(link.from()).map(Subject.class::cast).orElse(about);
                }
                groups.computeIfAbsent(new About(finding.rule(), about), k -> new ArrayList<>()).add(finding);
            }
        }
        List<Question> questions = new ArrayList<>();
        groups.forEach((about, group) -> {
            TreeSet<Missing> missing = new TreeSet<>();
            group.forEach(f -> missing.addAll(((Outcome.Unknown) f.outcome()).missing()));
            Severity worst = Severity.of(about.rule().severity()).orElse(Severity.MEDIUM);
            questions.add(new Question(
                    about.rule(), about.about(), group.stream().map(Finding::subject).toList(), List.copyOf(missing), worst));
        });
        questions.sort(Comparator.comparing(Question::worst)
                .thenComparing((Question q) -> -q.subjects().size())
                .thenComparing(Question::id));
        return questions;
    }
}
