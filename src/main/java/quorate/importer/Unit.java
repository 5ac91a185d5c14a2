package quorate.importer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.model.Facts;
import quorate.source.Location;

/**
 * What a deployment file runs, before it is known whether that is a service, a store or a channel.
 *
 * @param at where the unit is named in the file
 * @param hosts names by which others reach it
 * @param settings its environment
 * @param command the words of its entry point and command
 * @param start what only runs before it: commands and environment of init containers
 * @param ports ports on which it listens, as far as they are written
 * @param storage what its data lie on
 * @param facts what holds whatever it turns out to be; keys that its kind cannot state are left out later
 */
record Unit(
        String id,
        Location at,
        List<String> hosts,
        Optional<Written> image,
        List<Setting> settings,
        List<Written> command,
        List<Setting> start,
        List<Integer> ports,
        Storage storage,
        Facts facts) {

    Unit {
        hosts = List.copyOf(hosts);
        settings = List.copyOf(settings);
        command = List.copyOf(command);
        start = List.copyOf(start);
        ports = List.copyOf(ports);
    }

    Optional<Setting> setting(String... names) {
        return Setting.find(settings, names);
    }

    boolean has(String... names) {
        return setting(names).isPresent();
    }

    /**
     * Options of the command with their values, whether written {@code --name=value} or {@code --name value}, as if they
     * were variables; the name keeps its dashes.
     */
    List<Setting> options() {
        List<Written> words = command.stream().flatMap(Unit::words).toList();
        Stream.Builder<Setting> options = Stream.builder();
        for (int i = 0; i < words.size(); i++) {
            Written word = words.get(i);
            int equals = word.text().indexOf('=');
            if (!word.text().startsWith("-")) {
                continue;
            }
            if (equals > 0) {
                options.add(new Setting(word.text().substring(0, equals), word.text().substring(equals + 1), word.at()));
            } else if (i + 1 < words.size() && !words.get(i + 1).text().startsWith("-")) {
                options.add(new Setting(word.text(), words.get(i + 1).text(), word.at()));
            }
        }
        return options.build().toList();
    }

    /** The first word of the command that names a program, without its folder. */
    Optional<String> program() {
        return command.stream()
                .flatMap(Unit::words)
                .map(Written::text)
                .findFirst()
                .filter(word -> !word.startsWith("-"))
                .map(word -> word.substring(word.lastIndexOf('/') + 1));
    }

    private static Stream<Written> words(Written written) {
        return Stream.of(written.text().trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> new Written(word, written.at()));
    }
}
