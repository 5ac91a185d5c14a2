package quorate.importer.settings;

import quorate.source.Location;
import quorate.source.SourceFile;

/** The lines of a properties file: name, then an equals sign, a colon or a space, then the value; a backslash goes on. */
public final class Properties {

    private Properties() {}

    public static Config read(SourceFile file) {
        Config config = new Config();
        StringBuilder line = new StringBuilder();
        int number = 0;
        int start = 1;
        for (String text : file.text().lines().toList()) {
            number++;
            String part = text.stripLeading();
            if (line.length() == 0) {
                start = number;
                if (part.startsWith("#") || part.startsWith("!")) {
                    continue;
                }
            }
            if (part.endsWith("\\") && !part.endsWith("\\\\")) {
                line.append(part, 0, part.length() - 1);
                continue;
            }
            add(config, line.append(part).toString(), new Location(file.path(), start, 1));
            line.setLength(0);
        }
        add(config, line.toString(), new Location(file.path(), start, 1));
        return config;
    }

    private static void add(Config config, String line, Location at) {
        int end = 0;
        while (end < line.length() && "=: \t".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String name = line.substring(0, end);
        String value = line.substring(end).replaceFirst("^[ \t]*[=:]?[ \t]*", "");
        if (!name.isBlank()) {
            config.add(name, value.strip(), at);
        }
    }
}
