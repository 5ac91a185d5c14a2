package quorate.catalog;

import java.util.List;

/** What a field holds that an entry leaves out. */
final class Absent {

    private Absent() {}

    static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static <T> List<T> list(List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }
}
