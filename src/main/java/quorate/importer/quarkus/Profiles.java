package quorate.importer.quarkus;

import java.util.Arrays;
import quorate.importer.settings.Config;
import quorate.importer.settings.Environments;

/** Settings for one profile, whose names begin with it: {@code %prod.quarkus.http.port}, {@code %{prod,staging}.x}. */
final class Profiles {

    private Profiles() {}

    /** Settings of the profiles in which the system runs, before those without a profile; those of others are left out. */
    static Config laid(Config written) {
        Config config = new Config();
        written.named().forEach((name, settings) -> {
            if (name.startsWith("%") && counts(name.substring(1))) {
                config.addAll(settings);
            }
        });
        written.named().forEach((name, settings) -> {
            if (!name.startsWith("%")) {
                config.add(name, settings);
            }
        });
        return config;
    }

    /** One profile, or several in braces. */
    static boolean counts(String profiles) {
        return Arrays.stream(profiles.split("[{},\\s]+")).anyMatch(Environments::isProduction);
    }
}
