package quorate.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quorate.model.Deferred;
import quorate.schema.Binding;

/**
 * Everything the files of a catalog hold, as lists. It can be packed: a line that names the sections with their lengths in bytes,
 * then each as JSON, which is read many times faster than the YAML it came from. A packed section is read when it is asked for:
 * most of a catalog is prose and numbers for pages, which a check does not look at.
 */
final class CatalogContent {

    private static final String FORM = "quorate-catalog";

    private final Map<Section<?>, Deferred<List<?>>> sections = new HashMap<>();

    private CatalogContent(Function<Section<?>, Deferred<List<?>>> content) {
        Section.ALL.forEach(section -> sections.put(section, content.apply(section)));
    }

    /** @param lists of some of the sections; the others are empty */
    static CatalogContent of(Map<Section<?>, List<?>> lists) {
        return new CatalogContent(section -> Deferred.of(() -> lists.getOrDefault(section, List.of())));
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(Section<T> section) {
        return (List<T>) sections.get(section).get();
    }

    byte[] pack() {
        StringBuilder head = new StringBuilder(FORM);
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        for (Section<?> section : Section.ALL) {
            byte[] packed = Binding.pack(list(section));
            head.append(' ').append(section.name()).append('=').append(packed.length);
            lists.writeBytes(packed);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(lists.toByteArray());
        return all.toByteArray();
    }

    /** Nothing when the bytes are not all that {@link #pack} wrote. */
    static Optional<CatalogContent> unpack(byte[] packed) {
        int line = 0;
        while (line < packed.length && packed[line] != '\n') {
            line++;
        }
        String[] head = new String(packed, 0, line, StandardCharsets.UTF_8).split(" ");
        if (!head[0].equals(FORM) || head.length != Section.ALL.size() + 1) {
            return Optional.empty();
        }
        Map<Section<?>, byte[]> parts = new HashMap<>();
        int at = line + 1;
        for (int i = 1; i < head.length; i++) {
            Section<?> section = Section.ALL.get(i - 1);
            String start = section.name() + "=";
            int end = head[i].startsWith(start) ? at + Integer.parseInt(head[i].substring(start.length())) : -1;
            if (end < at || end > packed.length) {
                return Optional.empty();
            }
            parts.put(section, Arrays.copyOfRange(packed, at, end));
            at = end;
        }
        return at == packed.length
                ? Optional.of(new CatalogContent(section -> Deferred.of(() -> read(section, parts.get(section)))))
                : Optional.empty();
    }

    private static List<?> read(Section<?> section, byte[] packed) {
        try {
            return Binding.unpackList(packed, section.type());
        } catch (IOException e) {
            throw new UncheckedIOException("the packed catalog is damaged: " + section.name(), e);
        }
    }
}
