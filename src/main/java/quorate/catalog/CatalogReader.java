package quorate.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.schema.Binding;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads the knowledge base from its files. Several layers are read in order; an entry, term or item of a later layer
 * replaces that of the same id in an earlier one.
 */
public final class CatalogReader {

    private final Schemas schemas;
    private final Problems problems;
    private final boolean validate;

    private CatalogReader(Schemas schemas, Problems problems, boolean validate) {
        this.schemas = schemas;
        this.problems = problems;
        this.validate = validate;
    }

    /**
     * Reads layers of files, each by path relative to the catalog's root. Entries with problems are left out.
     *
     * @param validate whether to check each entry against its schema; the catalog that the jar carries was checked when
     *     the jar was made
     */
    public static Catalog read(
            List<Map<String, byte[]>> layers, Schemas schemas, Problems problems, boolean validate) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, List<byte[]>> lists = new LinkedHashMap<>();
        for (Map<String, byte[]> layer : layers) {
            layer.forEach((path, bytes) -> {
                if (path.endsWith(".yaml") && path.indexOf('/') < 0) {
                    lists.computeIfAbsent(path, p -> new ArrayList<>()).add(bytes);
                } else {
                    files.put(path, bytes);
                }
            });
        }
        return new Catalog(new CatalogReader(schemas, problems, validate).read(files, lists));
    }

    /** Packs the files of a catalog into bytes that {@link #readPacked} reads back; they must have no problems. */
    public static byte[] pack(Map<String, byte[]> files) {
        Problems problems = new Problems();
        Map<String, List<byte[]>> lists = new LinkedHashMap<>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".yaml")) {
                lists.put(path, List.of(bytes));
            }
        });
        CatalogContent content = new CatalogReader(new Schemas(), problems, false).read(files, lists);
        if (problems.hasErrors()) {
            throw new IllegalArgumentException(problems.all().get(0).toString());
        }
        return content.pack();
    }

    /** The catalog from packed bytes, of which a part is read when it is asked for; nothing when they are not whole. */
    public static Optional<Catalog> readPacked(byte[] packed) {
        return CatalogContent.unpack(packed).map(Catalog::new);
    }

    private CatalogContent read(Map<String, byte[]> files, Map<String, List<byte[]>> lists) {
        List<Entry> entries = files.entrySet().parallelStream()
                .map(file -> EntryFile.of(file.getKey(), file.getValue()))
                .flatMap(Optional::stream)
                .map(this::entry)
                .flatMap(Optional::stream)
                .toList();
        Map<String, Term> terms =
                byId(list("glossary.yaml", "terms", SchemaName.GLOSSARY, Term.class, lists), Term::id);
        Map<String, ChecklistItem> items = byId(
                list("checklist.yaml", "items", SchemaName.CHECKLIST, ChecklistItem.class, lists), ChecklistItem::id);
        Map<String, ConsistencyModel> models = byId(
                list("consistency-models.yaml", "models", SchemaName.CONSISTENCY_MODELS, ConsistencyModel.class, lists),
                ConsistencyModel::id);
        Map<String, Anomaly> anomalies = byId(
                list("consistency-models.yaml", "anomalies", SchemaName.CONSISTENCY_MODELS, Anomaly.class, lists), Anomaly::id);
        Map<String, Reference> sources = byId(
                list("consistency-models.yaml", "sources", SchemaName.CONSISTENCY_MODELS, Reference.class, lists), Reference::id);
        Map<String, FormulaText> formulas =
                byId(list("formulas.yaml", "formulas", SchemaName.FORMULAS, FormulaText.class, lists), FormulaText::id);
        List<FormulaVector> vectors = list("formulas.yaml", "vectors", SchemaName.FORMULAS, FormulaVector.class, lists);
        Map<Section<?>, List<?>> content = new HashMap<>();
        for (Section<?> section : Section.ALL) {
            content.put(section, entries.stream().filter(section.type()::isInstance).toList());
        }
        content.put(Section.TERMS, List.copyOf(terms.values()));
        content.put(Section.CHECKLIST, List.copyOf(items.values()));
        content.put(Section.MODELS, List.copyOf(models.values()));
        content.put(Section.ANOMALIES, List.copyOf(anomalies.values()));
        content.put(Section.SOURCES, List.copyOf(sources.values()));
        content.put(Section.FORMULAS, List.copyOf(formulas.values()));
        content.put(Section.VECTORS, vectors);
        return CatalogContent.of(content);
    }

    private static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(id.apply(value), value));
        return map;
    }

    private Optional<Entry> entry(EntryFile file) {
        Problems own = new Problems();
        Optional<Node> document = Yaml.document(file.front(), Limits.DEFAULT, own);
        if (document.isEmpty()) {
            own.error(file.front().whole(), "no front matter", "Begin the file with '---', YAML, and '---'.");
        } else if (validate) {
            schemas.check(file.kind().schema(), document.get(), own);
        }
        synchronized (problems) {
            problems.addAll(own.all());
        }
        return own.hasErrors() ? Optional.empty() : Optional.of(bind(file, document.get()));
    }

    private static Entry bind(EntryFile file, Node document) {
        Map<String, String> more = Map.of("id", file.id(), "body", file.body());
        Location at = new Location(file.front().path(), 1, 1);
        return switch (file.kind()) {
            case PATTERN -> Binding.bind(document, more, at, Pattern.class);
            case ANTI_PATTERN -> Binding.bind(document, more, at, AntiPattern.class);
            case TECHNOLOGY -> Binding.bind(document, more, at, Technology.class);
            case RULE -> Binding.bind(document, more, at, RuleText.class);
            case CONCERN -> Binding.bind(document, more, at, Concern.class);
            case INCIDENT -> Binding.bind(document, more, at, Incident.class);
            case COMPARISON -> Binding.bind(document, more, at, Comparison.class);
            case PATH -> Binding.bind(document, more, at, LearningPath.class);
        };
    }

    private <T> List<T> list(
            String path, String field, SchemaName schema, Class<T> type, Map<String, List<byte[]>> lists) {
        List<T> values = new ArrayList<>();
        for (byte[] bytes : lists.getOrDefault(path, List.of())) {
            SourceFile file = new SourceFile("catalog/" + path, new String(bytes, StandardCharsets.UTF_8));
            Problems own = new Problems();
            Optional<Node> document = Yaml.document(file, Limits.DEFAULT, own);
            if (document.isPresent() && validate) {
                schemas.check(schema, document.get(), own);
            }
            if (document.isPresent() && !own.hasErrors()) {
                document.get().field(field).ifPresent(items -> items.items()
                        .forEach(item -> values.add(Binding.bind(item, Map.of(), item.at(), type))));
            }
            problems.addAll(own.all());
        }
        return values;
    }
}
