package quorate.importer.settings;

import java.util.regex.Pattern;

/** Profiles of settings, by their names. */
public final class Environments {

    /** Alternatives of a regular expression, without groups. */
    public static final String PRODUCTION = "prod|production|live|docker|container|kubernetes|k8s|cloud";

    private static final Pattern NAMES = Pattern.compile("(?i)" + PRODUCTION);

    private Environments() {}

    /** Whether the name of a profile says that the system runs in it. */
    public static boolean isProduction(String profile) {
        return NAMES.matcher(profile).matches();
    }
}
