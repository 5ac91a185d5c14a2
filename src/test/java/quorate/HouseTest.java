package quorate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The order of the house: data flows one way through the stages, each library has its room, and only the command line
 * touches the world. Every rule is also run with a planted breach of it, since a rule that never bites proves nothing.
 */
class HouseTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("quorate");

    private static final JavaClasses WITH_BREACHES = new ClassFileImporter()
            .withImportOption(location -> new ImportOption.DoNotIncludeTests().includes(location) || planted(location))
            .importPackages("quorate");

    private static final Map<String, ArchRule> RULES = rules();

    @TestFactory
    Stream<DynamicTest> houseStands() {
        return RULES.entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(OURS)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBites() {
        return RULES.entrySet().stream().map(rule -> dynamicTest(rule.getKey(), () -> {
            AssertionError breach =
                    assertThrows(AssertionError.class, () -> rule.getValue().check(WITH_BREACHES));
            assertTrue(breach.getMessage().contains(".planted."), breach.getMessage());
        }));
    }

    @Test
    void classesOfTheHouseAreSeen() {
        assertTrue(OURS.contain("quorate.source.Location"));
        assertFalse(OURS.contain("quorate.HouseTest"));
        assertTrue(WITH_BREACHES.contain("quorate.stray.planted.Stray"));
    }

    private static boolean planted(Location location) {
        return location.contains("/planted/");
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("data flows one way through the stages", layers());
        rules.put(
                "stages are free of cycles",
                slices().matching("quorate.(*)..").should().beFreeOfCycles());
        rules.put(
                "no step of the review knows another",
                slices().matching("quorate.review.(*)..").should().notDependOnEachOther().allowEmptyShould(true));
        rules.put(
                "no derivation knows another, but all know calls, and reliability counts with what failure finds",
                slices().matching("quorate.derive.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .ignoreDependency(
                                resideInAPackage("quorate.derive.reliability.."), resideInAPackage("quorate.derive.failure"))
                        .ignoreDependency(resideInAPackage("quorate.derive.."), resideInAPackage("quorate.derive.call")));
        rules.putAll(rooms());
        rules.putAll(world());
        rules.putAll(hand());
        return rules;
    }

    /** Who may know whom. The catalog and the importers do not know each other; {@code link} joins what they read. */
    private static ArchRule layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("source").definedBy("quorate.source..")
                .layer("formula").definedBy("quorate.formula..")
                .layer("model").definedBy("quorate.model..")
                .layer("schema").definedBy("quorate.schema..")
                .layer("catalog").definedBy("quorate.catalog..")
                .layer("importer").definedBy("quorate.importer..")
                .layer("link").definedBy("quorate.link..")
                .layer("derive").definedBy("quorate.derive..")
                .layer("review").definedBy("quorate.review")
                .layer("step").definedBy("quorate.review.(*)..")
                .layer("history").definedBy("quorate.history..")
                .layer("site").definedBy("quorate.site..")
                .layer("export").definedBy("quorate.export..")
                .layer("output").definedBy("quorate.output..")
                .layer("serve").definedBy("quorate.serve..")
                .layer("cli").definedBy("quorate.cli..")
                .whereLayer("source").mayNotAccessAnyLayer()
                .whereLayer("formula").mayNotAccessAnyLayer()
                .whereLayer("model").mayOnlyAccessLayers("source")
                .whereLayer("schema").mayOnlyAccessLayers("source", "model")
                .whereLayer("catalog").mayOnlyAccessLayers("source", "formula", "model", "schema")
                .whereLayer("importer").mayOnlyAccessLayers("source", "model", "schema")
                .whereLayer("link").mayOnlyAccessLayers("source", "model", "catalog", "importer")
                .whereLayer("derive").mayOnlyAccessLayers("source", "formula", "model", "catalog", "link")
                .whereLayer("review").mayOnlyAccessLayers("source", "formula", "model", "catalog", "link", "derive")
                .whereLayer("step").mayOnlyAccessLayers("source", "formula", "model", "catalog", "link", "derive", "review")
                .whereLayer("history").mayOnlyAccessLayers("source", "model", "review", "export")
                .whereLayer("site").mayOnlyAccessLayers(
                        "source", "formula", "model", "schema", "catalog", "link", "derive", "review", "history", "export")
                .whereLayer("export").mayOnlyAccessLayers(
                        "source", "formula", "model", "schema", "catalog", "link", "derive", "review")
                .whereLayer("output").mayOnlyAccessLayers("source", "site")
                .whereLayer("serve").mayOnlyAccessLayers("source", "output")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture();
    }

    private static Map<String, ArchRule> rooms() {
        Map<String, ArchRule> rooms = new LinkedHashMap<>();
        room(rooms, "freemarker..", "quorate.output..");
        room(rooms, "org.jsoup..", "quorate.output..");
        room(rooms, "org.yaml..", "quorate.source..");
        room(rooms, "com.networknt..", "quorate.schema..");
        room(rooms, "org.commonmark..", "quorate.site..", "quorate.output..");
        room(rooms, "org.eclipse.elk..", "quorate.site.diagram..");
        room(rooms, "org.jgrapht..", "quorate.importer..", "quorate.export..", "quorate.derive..");
        room(rooms, "picocli..", "quorate.cli..");
        room(rooms, "me.tongfei..", "quorate.cli..");
        room(rooms, "io.methvin..", "quorate.serve..");
        room(rooms, "com.sun.net.httpserver..", "quorate.serve..");
        rooms.put(
                "com.fasterxml.. only in source, schema and export, its annotations in catalog too",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("quorate.source..", "quorate.schema..", "quorate.export..")
                        .or(planted())
                        .should()
                        .dependOnClassesThat(describe(
                                "are of Jackson",
                                used -> used.getPackageName().startsWith("com.fasterxml")
                                        && !used.getPackageName().startsWith("com.fasterxml.jackson.annotation"))));
        rooms.put(
                "com.fasterxml.jackson.annotation.. only in catalog and schema",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("quorate.catalog..", "quorate.schema..", "quorate.export..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.fasterxml.jackson.annotation.."));
        return rooms;
    }

    private static void room(Map<String, ArchRule> rooms, String library, String... packages) {
        rooms.put(
                library + " only in " + String.join(", ", packages),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages)
                        .or(planted())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library));
    }

    /** Breaches of rooms are planted in {@code source}, which has libraries of its own. */
    private static DescribedPredicate<JavaClass> planted() {
        return describe("are planted", type -> type.getPackageName().endsWith(".planted"));
    }

    private static Map<String, ArchRule> world() {
        DescribedPredicate<JavaCall<?>> today = calls(
                "ask for the time",
                "now",
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                ZonedDateTime.class);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("only cli ends the process", noneButCli().should().callMethod(System.class, "exit", int.class));
        rules.put(
                "only cli prints",
                noneButCli()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"));
        rules.put(
                "only cli reads the environment",
                noneButCli().should().callMethodWhere(calls("read the environment", "getenv", System.class)));
        rules.put(
                "only cli asks for the time",
                noneButCli()
                        .should()
                        .callMethodWhere(today)
                        .orShould()
                        .callMethodWhere(calls("make a clock", "system.*", Clock.class))
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
        rules.put(
                "nobody sets the language of the process",
                noClasses().should().callMethodWhere(calls("set it", "setDefault", Locale.class)));
        rules.put(
                "no text depends on the language of the machine",
                noClasses()
                        .should()
                        .callMethod(String.class, "toLowerCase")
                        .orShould()
                        .callMethod(String.class, "toUpperCase")
                        .orShould()
                        .callMethod(String.class, "formatted", Object[].class)
                        .orShould()
                        .callMethod(String.class, "format", String.class, Object[].class));
        rules.put(
                "nothing is random",
                noClasses()
                        .should()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(java.util.UUID.class, "randomUUID")
                        .orShould()
                        .callConstructor(java.util.Random.class));
        rules.put(
                "nobody calls the network",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.net.http..")
                        .orShould()
                        .dependOnClassesThat(assignableTo(java.net.Socket.class))
                        .orShould()
                        .dependOnClassesThat(assignableTo(java.net.URLConnection.class)));
        rules.put(
                "only history starts another program, git",
                noClasses().that().resideOutsideOfPackage("quorate.history..").should().dependOnClassesThat(assignableTo(ProcessBuilder.class)));
        return rules;
    }

    private static Map<String, ArchRule> hand() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "names are nouns of the field",
                noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Dto|Impl)"));
        rules.put(
                "a class is a record, an enum, an interface, or final",
                classes()
                        .that(describe("are plain", type -> !type.isRecord() && !type.isEnum() && !type.isInterface()
                                && !type.isAnonymousClass()
                                && !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)))
                        .should()
                        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL));
        rules.put(
                "no field is public and open to change",
                fields().that().arePublic().should().beFinal());
        rules.put(
                "no state is shared by all",
                fields().that()
                        .areStatic()
                        // counts the keys while the class is loaded, and never after
                        .and(describe("is not the count of Keys", f -> !f.getFullName().equals("quorate.model.Keys.next")))
                        .should()
                        .beFinal());
        return rules;
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction noneButCli() {
        return noClasses().that().resideOutsideOfPackage("quorate.cli..");
    }

    private static DescribedPredicate<JavaCall<?>> calls(String description, String method, Class<?>... owners) {
        DescribedPredicate<JavaCall<?>> any = DescribedPredicate.alwaysFalse();
        for (Class<?> one : owners) {
            any = any.or(target(owner(assignableTo(one))).and(target(nameMatching(method))));
        }
        return any.as(description);
    }
}
