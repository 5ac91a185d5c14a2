package quorate.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.catalog.Catalog;
import quorate.catalog.RuleText;
import quorate.derive.Derived;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;

/** Asks every rule of every subject it is about, and puts the answers together. */
public final class Engine {

    /** Subjects of a rule up to which they are asked about at once: a list that is still read as one. */
    private static final int TOGETHER = 16;

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
        Acceptances acceptances = new Acceptances(architecture, today);
        List<Finding> findings = ask(input, acceptances);
        return new Review(
                input,
                findings,
                questions(findings, architecture),
                Deferred.of(() -> List.copyOf(new Selections(linked).all())),
                Deferred.of(() -> List.copyOf(new Checklist(catalog, rules).answers(findings, input))),
                acceptances.idle(findings, catalog.rules().keySet()),
                conflicts(architecture));
    }

    /** What single facts decide in a review of this engine; it asks the rules many times over. */
    public Sensitivity sensitivity(Review review) {
        return new Sensitivity(
                variations(review).clearings(), new Turns(review.input().linked(), today).of(review.selections()));
    }

    /** The smallest change of a single fact that clears the finding, if one was found. */
    public Optional<Clearing> clearing(Review review, Finding finding) {
        return variations(review).clearing(finding);
    }

    private Variations variations(Review review) {
        Acceptances acceptances = new Acceptances(review.input().linked().architecture(), today);
        return new Variations(review, rules, input -> ask(input, acceptances), today);
    }

    private List<Finding> ask(Review.Input input, Acceptances acceptances) {
        // Rules see only what they are given, so they can be asked at the same time.
        List<Finding> findings = rules.parallelStream()
                .map(rule -> ask(rule, input, acceptances))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        findings.sort(Comparator.comparing((Finding f) -> !f.isWrong())
                .thenComparing(Finding::severity)
                .thenComparing(Finding::id));
        return findings;
    }

    private List<Finding> ask(Rule rule, Review.Input input, Acceptances acceptances) {
        List<Finding> findings = new ArrayList<>();
        RuleText text = catalog.rules().get(rule.id());
        for (Kind kind : Kind.values()) {
            if (rule.about().contains(kind)) {
                for (Subject subject : input.linked().architecture().subjects(kind)) {
                    ask(rule, text, subject, input, acceptances).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static Optional<Finding> ask(
            Rule rule, RuleText text, Subject subject, Review.Input input, Acceptances acceptances) {
        Outcome outcome = rule.check(subject, input);
        return outcome instanceof Outcome.DoesNotApply
                ? Optional.empty()
                : Optional.of(new Finding(text, subject, outcome, acceptances.over(rule.id(), subject, outcome)));
    }

    private static List<String> conflicts(Architecture architecture) {
        return architecture.conflicts().stream()
                .map(c -> c.subject() + ": " + c.key().id() + " is " + c.kept() + " at " + c.keptAt().at().brief() + " and "
                        + c.other() + " at " + c.otherAt().at().brief() + "; the analysis uses " + c.kept() + ".")
                .toList();
    }

    /**
     * One question for each topic and component, so that the links of a service are asked about together; one for each topic and
     * owner where that leaves a short list. A topic is a rule with those that are asked with it.
     */
    private static List<Question> questions(List<Finding> findings, Architecture architecture) {
        record Asked(String topic, String owner) {}
        record About(Kind kind, String id) {}
        Map<Asked, Map<About, List<Finding>>> asked = new LinkedHashMap<>();
        Map<String, Set<String>> owners = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.outcome() instanceof Outcome.Unknown) {
                Subject about = asked(finding, architecture);
                String with = finding.rule().askedWith();
                Asked who = new Asked(with.isEmpty() ? finding.rule().id() : with, about.get(Keys.OWNER).or(""));
                owners.computeIfAbsent(who.topic(), topic -> new HashSet<>()).add(who.owner());
                asked.computeIfAbsent(who, w -> new LinkedHashMap<>())
                        .computeIfAbsent(new About(about.kind(), about.id()), subject -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<Question> questions = new ArrayList<>();
        asked.forEach((who, groups) -> {
            if (groups.size() > 1 && groups.size() <= TOGETHER) {
                String owner = owners.get(who.topic()).size() > 1 ? who.owner() : "";
                questions.add(question(architecture.system(), owner, groups.values().stream().flatMap(List::stream).toList()));
            } else {
                groups.values().forEach(group -> questions.add(question(asked(group.get(0), architecture), "", group)));
            }
        });
        questions.sort(Comparator.comparing(Question::worst)
                .thenComparing((Question q) -> -q.subjects().size())
                .thenComparing(Question::id));
        return questions;
    }

    private static Question question(Subject about, String owner, List<Finding> group) {
        List<RuleText> rules = group.stream()
                .map(Finding::rule)
                .distinct()
                .sorted(Comparator.comparing((RuleText rule) -> !rule.askedWith().isEmpty()).thenComparing(RuleText::id))
                .toList();
        TreeSet<Missing> missing = new TreeSet<>();
        group.forEach(f -> missing.addAll(((Outcome.Unknown) f.outcome()).missing()));
        return new Question(
                rules,
                about,
                owner,
                group.stream().map(Finding::subject).distinct().toList(),
                List.copyOf(missing),
                rules.stream().flatMap(rule -> Severity.of(rule.severity()).stream()).min(Comparator.naturalOrder())
                        .orElse(Severity.MEDIUM));
    }

    /** Whoever is asked about the finding: of a link the component that calls, of what only the system as a whole states that. */
    private static Subject asked(Finding finding, Architecture architecture) {
        Subject subject = finding.subject();
        List<Missing> missing = ((Outcome.Unknown) finding.outcome()).missing();
        if (!missing.isEmpty() && missing.stream().allMatch(fact -> fact.subject().kind() == Kind.SYSTEM)) {
            return architecture.system();
        }
        return subject instanceof Link link ? architecture.component(link.from()).map(Subject.class::cast).orElse(link) : subject;
    }
}
