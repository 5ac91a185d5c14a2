package quorate.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import quorate.source.Location;
import quorate.source.SourceFile;

/** Lines of {@code NAME=value}, with comments, quotes and {@code export}; what is no such line is passed over. */
final class EnvFile {

    private EnvFile() {}

    /** The variables of the file by name; a later line of the same name wins. Values are as written, not interpolated. */
    static Map<String, Setting> read(SourceFile file) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        int number = 0;
        for (String line : file.text().split("\n", -1)) {
            number++;
            String text = line.strip();
            text = text.startsWith("export ") ? text.substring("export ".length()).strip() : text;
            int equals = text.indexOf('=');
            if (text.startsWith("#") || equals < 1) {
                continue;
            }
            String name = text.substring(0, equals).strip();
            Location at = new Location(file.path(), number, 1 + line.length() - line.stripLeading().length());
            settings.put(name, new Setting(name, value(text.substring(equals + 1).strip()), at));
        }
        return settings;
    }

    private static String value(String text) {
        for (String quote : new String[] {"\"", "'"}) {
            int end = text.startsWith(quote) ? text.indexOf(quote, 1) : -1;
            if (end > 0) {
                return text.substring(1, end);
            }
        }
        int comment = text.indexOf(" #");
        return comment >= 0 ? text.substring(0, comment).strip() : text;
    }
}
