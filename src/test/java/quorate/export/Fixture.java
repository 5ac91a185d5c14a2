package quorate.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.derive.Deriver;
import quorate.importer.ProjectReader;
import quorate.importer.Recognizer;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;
import quorate.review.Engine;
import quorate.review.Outcome;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;
import quorate.schema.Schemas;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.Resources;

/** Reviews of small architectures by three small rules and a small catalog. */
final class Fixture {

    static final Path FOLDER = Path.of("src/test/resources/export");
    static final Schemas SCHEMAS = new Schemas();

    private static final Recognizer NOTHING = new Recognizer() {
        @Override
        public Optional<Recognized> image(String image) {
            return Optional.empty();
        }

        @Override
        public Optional<Recognized> scheme(String scheme) {
            return Optional.empty();
        }
    };

    private Fixture() {}

    /** The realistic one. */
    static Review shop() {
        return review(shopArchitecture(), catalog(Map.of()));
    }

    static Architecture shopArchitecture() {
        return read("shop", FOLDER.resolve("shop"));
    }

    /** A review of what stands in this text. */
    static Review of(String project, String yaml) {
        return review(architecture(project, yaml), catalog(Map.of()));
    }

    static Review review(Architecture architecture, Catalog catalog) {
        Linked linked = new Joiner(catalog).join(architecture);
        List<Rule> rules = List.of(new TimeoutMissing(), new SingleInstance(), new NeverAsked());
        return new Engine(rules, catalog, LocalDate.of(2026, 1, 1)).review(linked, Deriver.derive(linked));
    }

    static Architecture architecture(String project, String yaml) {
        try {
            Path folder = Files.createTempDirectory("quorate-export");
            Path file = folder.resolve("architecture.yaml");
            Files.writeString(file, yaml);
            try {
                return read(project, folder);
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Architecture read(String project, Path folder) {
        try {
            Problems problems = new Problems();
            return new ProjectReader(List.of(), SCHEMAS, NOTHING)
                    .read(project, Folder.open(folder, Limits.DEFAULT), problems)
                    .orElseThrow(() -> new AssertionError(problems.all().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The small catalog, with files replaced or added. */
    static Catalog catalog(Map<String, byte[]> more) {
        try {
            Map<String, byte[]> files = new TreeMap<>(Resources.inFolder(FOLDER.resolve("catalog")));
            files.putAll(more);
            return CatalogReader.read(List.of(files), SCHEMAS, new Problems(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TimeoutMissing implements Rule.OfLink {
        @Override
        public String id() {
            return "timeout-missing";
        }

        @Override
        public Outcome check(Link link, Review.Input in) {
            if (!link.get(Keys.MODE).is(Words.LinkMode.SYNC)) {
                return Outcome.notApplicable();
            }
            Fact<java.time.Duration> total = link.get(Keys.TIMEOUT_TOTAL);
            Evidence mode = Evidence.of(link, Keys.MODE);
            Evidence seen = Evidence.of(link, Keys.TIMEOUT_TOTAL);
            String message = link.title() + " may wait for ever";
            if (total.isKnown()) {
                return Outcome.holds(mode, seen);
            }
            if (total.statedNone()) {
                return Outcome.violated(
                        Severity.HIGH, message, List.of(Evidence.derived("nothing ends the wait", mode, seen)));
            }
            return link.get(Keys.FALLBACK).isKnown()
                    ? Outcome.presumed(
                            Severity.MEDIUM, message, List.of(mode), List.of(new Missing(link, Keys.TIMEOUT_TOTAL)))
                    : Outcome.unknown(List.of(new Missing(link, Keys.TIMEOUT_TOTAL)), mode);
        }
    }

    private static final class SingleInstance implements Rule.OfEntity {
        @Override
        public String id() {
            return "single-instance";
        }

        @Override
        public Set<Kind> about() {
            return Set.of(Kind.SERVICE, Kind.STORE);
        }

        @Override
        public Outcome check(Entity entity, Review.Input in) {
            Evidence replicas = Evidence.of(entity, Keys.REPLICAS);
            if (entity.get(Keys.REPLICAS).isUnknown()) {
                return Outcome.unknown(List.of(new Missing(entity, Keys.REPLICAS)));
            }
            return entity.get(Keys.REPLICAS).is(1)
                    ? Outcome.violated(Severity.MEDIUM, entity.title() + " runs once", List.of(replicas))
                    : Outcome.holds(replicas);
        }
    }

    private static final class NeverAsked implements Rule.OfEntity {
        @Override
        public String id() {
            return "never-asked";
        }

        @Override
        public Set<Kind> about() {
            return Set.of(Kind.CHANGE);
        }

        @Override
        public Outcome check(Entity entity, Review.Input in) {
            return Outcome.notApplicable();
        }
    }
}
