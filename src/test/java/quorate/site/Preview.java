package quorate.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.derive.Deriver;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.importer.formats.Importers;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.output.Published;
import quorate.output.Publisher;
import quorate.output.Templates;
import quorate.review.Engine;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.schema.Schemas;
import quorate.site.diagram.CachedLayout;
import quorate.site.diagram.ElkLayout;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.Resources;

/** Builds the site from the checkout while its pages are worked on: {@code Preview <target> [project ...]}. */
public final class Preview {

    private Preview() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        Schemas schemas = new Schemas();
        Problems problems = new Problems();
        long start = System.nanoTime();
        Catalog catalog = CatalogReader.read(List.of(Resources.inFolder(Path.of("catalog"))), schemas, problems, false);
        List<Project> projects = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("site/projects"))) {
            for (Path folder : folders.sorted().toList()) {
                review(catalog, schemas, folder, problems).ifPresent(r -> projects.add(
                        new Project(r, "site/projects/" + folder.getFileName(), Evolution.NONE, Map.of())));
            }
        }
        say("reviewed", start);
        SiteConfig config = SiteConfig.read(
                        new quorate.source.SourceFile("site.yaml", Files.readString(Path.of("site/site.yaml"))), schemas, problems)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
        SiteInput input = new SiteInput(config, catalog, new Revision("0.1.0", "", "2026-01-01"),
                Resources.inFolder(Path.of("site/assets")), Resources.inFolder(Path.of("site/pages")),
                new CachedLayout(Path.of("target/layouts"), new ElkLayout()));
        Site site = SiteBuilder.build(input, projects);
        say("built " + site.pages().size() + " pages", start);
        Published published = new Publisher(new Templates(List.of(Path.of("templates")))).publish(site, target);
        say(published.written() + " written, " + published.unchanged() + " unchanged, " + published.removed() + " removed", start);
        site.problems().stream().limit(8).forEach(System.out::println);
        System.out.println(site.problems().size() + " remarks");
        published.problems().stream().limit(20).forEach(System.out::println);
    }

    private static void say(String what, long start) {
        System.out.println((System.nanoTime() - start) / 1_000_000 + " ms: " + what);
    }

    private static Optional<Review> review(Catalog catalog, Schemas schemas, Path folder, Problems problems) throws IOException {
        Recognizer recognizer = recognizer(catalog);
        Optional<Architecture> architecture = new ProjectReader(Importers.all(), schemas, recognizer)
                .read(folder.getFileName().toString(), Folder.open(folder, Limits.DEFAULT), problems);
        return architecture.map(a -> {
            Linked linked = new Joiner(catalog).join(a);
            return new Engine(rules(catalog), catalog, LocalDate.of(2026, 1, 1)).review(linked, Deriver.derive(linked));
        });
    }

    private static Recognizer recognizer(Catalog catalog) {
        return new Recognizer() {
            @Override
            public Optional<Recognized> image(String image) {
                return Optional.empty();
            }

            @Override
            public Optional<Recognized> scheme(String scheme) {
                return Optional.empty();
            }
        };
    }

    private static List<Rule> rules(Catalog catalog) {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(quorate.review.cap.CapRules.all());
        rules.addAll(quorate.review.consistency.ConsistencyRules.all());
        rules.addAll(quorate.review.failure.FailureRules.all());
        rules.addAll(quorate.review.data.DataRules.all());
        rules.addAll(quorate.review.transactions.TransactionRules.all());
        rules.addAll(quorate.review.operations.OperationsRules.all());
        // A rule whose page is still being written has nothing to say.
        java.util.Set<String> seen = new java.util.HashSet<>();
        rules.removeIf(rule -> !catalog.rules().containsKey(rule.id()) || !seen.add(rule.id()));
        return rules;
    }
}
