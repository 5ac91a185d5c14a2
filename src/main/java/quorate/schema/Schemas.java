package quorate.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import quorate.model.Deferred;
import quorate.model.Vocabulary;
import quorate.source.Node;
import quorate.source.Problems;

/** The published schemas. Those of what users write are made from the vocabulary; the others are files of the jar. */
public final class Schemas {

    private final Deferred<SchemaRegistry> registry =
            Deferred.of(() -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12));
    private final Map<SchemaName, JsonNode> trees = new EnumMap<>(SchemaName.class);
    private final Map<SchemaName, Schema> compiled = new EnumMap<>(SchemaName.class);

    /** The schema as a tree. */
    public synchronized JsonNode tree(SchemaName name) {
        return trees.computeIfAbsent(name, Schemas::read);
    }

    /** The schema as indented JSON text, ending with a line feed. */
    public String text(SchemaName name) {
        try {
            return Text.JSON.writeValueAsString(tree(name)).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports everything in the document that the schema does not allow, each at its place. */
    public void check(SchemaName name, Node document, Problems problems) {
        new SchemaCheck(compiled(name), tree(name)).check(document, problems);
    }

    /** Gets ready to check documents, which takes a while; another thread may do so while they are read. */
    public void prepare(SchemaName name) {
        compiled(name);
    }

    private synchronized Schema compiled(SchemaName name) {
        return compiled.computeIfAbsent(name, n -> registry.get().getSchema(tree(n)));
    }

    private static JsonNode read(SchemaName name) {
        if (name == SchemaName.ARCHITECTURE) {
            return Trees.json(Vocabulary.architectureSchema());
        }
        if (name == SchemaName.ACCEPTANCES) {
            return Trees.json(Vocabulary.acceptancesSchema());
        }
        try (InputStream in = Schemas.class.getResourceAsStream("/quorate/schema/" + name.file())) {
            return Text.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made only when text is asked for or read, since it is slow to make. */
    private static final class Text {
        static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    }
}
