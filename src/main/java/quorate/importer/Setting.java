package quorate.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quorate.source.Location;

/** A variable of a container's environment, or another setting of a program. */
public record Setting(String name, String value, Location at) {

    /** The value of the first variable that has one of the names, whatever their case. */
    static Optional<Setting> find(List<Setting> settings, String... names) {
        for (String name : names) {
            for (Setting setting : settings) {
                if (setting.name().equalsIgnoreCase(name)) {
                    return Optional.of(setting);
                }
            }
        }
        return Optional.empty();
    }

    String lowerName() {
        return name.toLowerCase(Locale.ROOT);
    }
}
