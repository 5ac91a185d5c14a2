package quorate.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The schemas that Quorate publishes. */
public enum SchemaName {
    ARCHITECTURE,
    ACCEPTANCES,
    ANALYSIS,
    SITE,
    PATTERN,
    ANTI_PATTERN,
    TECHNOLOGY,
    RULE,
    CONCERN,
    INCIDENT,
    COMPARISON,
    PATH,
    GLOSSARY,
    CHECKLIST,
    CONSISTENCY_MODELS,
    FORMULAS;

    /** The name as it is typed: {@code consistency-models}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The file under which it is published. */
    public String file() {
        return word() + ".schema.json";
    }

    public static Optional<SchemaName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }
}
