package quorate.importer.settings;

import java.util.regex.Pattern;
import quorate.source.SourceFile;

/** What settings of Quarkus and of other runtimes of MicroProfile are told by, from those of Spring Boot. */
public final class MicroProfile {

    private static final Pattern QUARKUS = Pattern.compile(
            "(?m)^(?:[\"']?%[{]?\\w[\\w,-]*+[}]?[\"']?\\s*[.:]\\s*+)?[\"']?quarkus[\"']?\\s*[:.]");
    private static final Pattern OTHERS = Pattern.compile(
            "(?m)^(?:%[{]?\\w[\\w,-]*+[}]?\\.)?mp\\.messaging\\.|^mp:\\s+messaging:|^[\"']?[\\w.$%{},-]++/mp-rest/");
    private static final Pattern SPRING = Pattern.compile("(?m)^spring\\s*[:.]");

    private MicroProfile() {}

    /** Whether the file has keys of theirs. */
    public static boolean isIn(SourceFile file) {
        return QUARKUS.matcher(file.text()).find()
                || OTHERS.matcher(file.text()).find() && !SPRING.matcher(file.text()).find();
    }
}
