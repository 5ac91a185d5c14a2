package quorate.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quorate.catalog.AntiPattern;
import quorate.catalog.Catalog;
import quorate.catalog.Comparison;
import quorate.catalog.Entry;
import quorate.catalog.EntryKind;
import quorate.catalog.LearningPath;
import quorate.catalog.RuleText;
import quorate.model.Evidence;
import quorate.model.Missing;
import quorate.review.Clearing;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Review;
import quorate.source.Spelling;

/** Explains a rule, a pattern or another entry of the catalog, or one finding with its derivation. */
@Command(
        name = "explain",
        description = {
            "Explains a rule, pattern, anti-pattern, technology, concern, incident, comparison, learning path, consistency",
            "model or term; or one finding, as rule@subject, with the facts and positions that it follows from."
        })
final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "WHAT", description = "Id of an entry, also as kind:id, or rule@subject.")
    private String what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", defaultValue = ".", description = "Project of the finding.")
    private Path folder;

    @Mixin
    private CheckOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Stages stages = options.stages(Home.find(), folder);
        PrintWriter out = spec.commandLine().getOut();
        if (what.contains("@")) {
            finding(stages, out);
        } else {
            entry(stages.catalog(), out);
        }
        out.flush();
        return Exit.OK;
    }

    private void finding(Stages stages, PrintWriter out) throws Exception {
        if (!Files.isDirectory(folder)) {
            throw new Exit.InputError("no folder '" + folder + "'");
        }
        Review review = stages.review(stages.read(ProjectFolder.idOf(folder), folder, new ArrayList<>()));
        List<String> ids = review.findings().stream().map(Finding::id).toList();
        Finding finding = review.findings().stream()
                .filter(f -> f.id().equals(what) || (f.rule().id() + "@" + f.subject().title()).equals(what))
                .findFirst()
                .orElseThrow(() -> new Exit.InputError("no finding '" + what + "' in this project. "
                        + Spelling.nearest(what, ids).map(id -> "Did you mean '" + id + "'?").orElse("'quorate check' lists them.")));
        Outcome outcome = finding.outcome();
        out.println(finding.id() + "  " + outcome.word() + (finding.isWrong() ? ", " + finding.severity().word() : ""));
        if (!finding.message().isEmpty()) {
            out.println("  " + finding.message());
        }
        finding.acceptance().ifPresent(a -> out.println("  accepted at " + a.at().brief()));
        out.println();
        out.println("Rule: " + finding.rule().statement());
        out.println();
        out.println("Because:");
        outcome.because().forEach(e -> print(e, "  ", out));
        missing(outcome).forEach(m -> out.println("  not stated: " + m.path() + " (" + m.key().help() + ")"));
        if (finding.isWrong() || outcome instanceof Outcome.Unknown) {
            out.println();
            out.println("To mend: " + finding.rule().fix());
        }
        if (finding.isWrong()) {
            out.println();
            change(stages.clearing(review, finding), out);
        }
    }

    private static void change(Optional<Clearing> clearing, PrintWriter out) {
        if (clearing.isEmpty()) {
            out.println("Smallest change: none of a single fact was found that clears it.");
            return;
        }
        out.println("Smallest change that clears it: " + clearing.get().words());
        if (!clearing.get().raises().isEmpty()) {
            out.println("  It would raise: " + String.join(", ", clearing.get().raises()));
        }
        out.println(clearing.get().change().isDeclared()
                ? "  In architecture.yaml:" : "  To change where it is written; in the words of architecture.yaml:");
        clearing.get().change().yaml().lines().forEach(line -> out.println("    " + line));
    }

    private static List<Missing> missing(Outcome outcome) {
        if (outcome instanceof Outcome.Unknown unknown) {
            return unknown.missing();
        }
        return outcome instanceof Outcome.Presumed presumed ? presumed.missing() : List.of();
    }

    private static void print(Evidence evidence, String indent, PrintWriter out) {
        out.println(indent + evidence.claim() + evidence.origin().map(o -> "  [" + o + "]").orElse(""));
        evidence.because().forEach(e -> print(e, indent + "  ", out));
    }

    private void entry(Catalog catalog, PrintWriter out) {
        List<Entry> entries = entries(catalog);
        if (entries.isEmpty() && catalog.terms().containsKey(what)) {
            out.println(catalog.terms().get(what).term() + ": " + catalog.terms().get(what).definition());
            return;
        }
        if (entries.isEmpty() && catalog.consistency().find(what).isPresent()) {
            CatalogText.print(catalog.consistency().find(what).get(), catalog.consistency(), out);
            return;
        }
        if (entries.isEmpty()) {
            throw unknown(catalog);
        }
        for (Entry entry : entries) {
            if (entry != entries.get(0)) {
                out.println();
                out.println("-".repeat(72));
            }
            print(entry, catalog, out);
        }
    }

    /** Entries of several kinds may share an id; {@code rule:dual-write} names one of them. */
    private List<Entry> entries(Catalog catalog) {
        List<Entry> entries = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            String prefix = kind.word() + ":";
            String id = what.startsWith(prefix) ? what.substring(prefix.length()) : what;
            catalog.entry(kind, id).ifPresent(entries::add);
        }
        return entries;
    }

    private static void print(Entry found, Catalog catalog, PrintWriter out) {
        out.println(found.name() + "  (" + found.kind().word() + " " + found.id() + ")");
        out.println();
        out.println(found.summary());
        if (found instanceof RuleText rule) {
            out.println();
            out.println("Severity: " + rule.severity() + (rule.raise().isEmpty() ? "" : "; " + rule.raise()));
            out.println("Reads: " + String.join(", ", rule.reads()));
            out.println("Quiet when: " + String.join("; ", rule.quietWhen()));
            out.println("To mend: " + rule.fix());
        }
        if (found instanceof Comparison comparison) {
            CatalogText.print(comparison, catalog, out);
        } else if (found instanceof LearningPath path) {
            CatalogText.print(path, out);
        } else if (found instanceof AntiPattern anti) {
            CatalogText.print(anti, out);
        }
        if (!found.body().isBlank()) {
            out.println();
            out.println(found.body().strip());
        }
        if (!found.references().isEmpty()) {
            out.println();
            out.println("Sources:");
            found.references().forEach(r -> out.println("  " + r.title() + (r.address().isEmpty() ? "" : "  " + r.address())));
        }
    }

    private Exit.InputError unknown(Catalog catalog) {
        List<String> ids = new ArrayList<>(catalog.entries().stream().map(Entry::id).toList());
        ids.addAll(catalog.terms().keySet());
        ids.addAll(catalog.consistency().models().keySet());
        return new Exit.InputError("the catalog has no '" + what + "'. "
                + Spelling.nearest(what, ids).map(id -> "Did you mean '" + id + "'?").orElse(""));
    }
}
