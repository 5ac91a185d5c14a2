package quorate.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The files of each part of a site as they were published, laid one behind the other in one file a part, so that an output that
 * was deleted, or that never stood on this machine, is filled without analysing anything. They are not compressed: caches of code
 * hosts do that themselves, and every build that changes a part would pay for it.
 */
final class PartFiles {

    /** Of the name of a file in which a part is kept. */
    static final String ENDING = ".files";

    private final Path folder;

    PartFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps files of a part as they stand in the output.
     *
     * @param paths sorted
     * @return CRC-32C of all of them, by which they are known
     */
    long keep(String part, Path output, List<String> paths) throws IOException {
        CRC32C checksum = new CRC32C();
        Path fresh = Files.createTempFile(folder, "fresh", ".tmp");
        try (OutputStream out = new CheckedOutputStream(Files.newOutputStream(fresh), checksum)) {
            for (String path : paths) {
                out.write(Files.readAllBytes(output.resolve(path)));
            }
        }
        Files.move(fresh, file(part), StandardCopyOption.REPLACE_EXISTING);
        return checksum.getValue();
    }

    /**
     * The files of a part, if they are there and whole.
     *
     * @param sizes of all of its files in bytes, by path
     * @param checksum as {@link #keep} returned it
     * @return their bytes, by path
     */
    Optional<SortedMap<String, byte[]>> find(String part, SortedMap<String, Long> sizes, long checksum) {
        byte[] all;
        try {
            all = Files.readAllBytes(file(part));
        } catch (IOException e) {
            return Optional.empty();
        }
        CRC32C actual = new CRC32C();
        actual.update(all);
        if (actual.getValue() != checksum || all.length != sizes.values().stream().mapToLong(Long::longValue).sum()) {
            return Optional.empty();
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        int from = 0;
        for (Map.Entry<String, Long> one : sizes.entrySet()) {
            int to = from + one.getValue().intValue();
            files.put(one.getKey(), Arrays.copyOfRange(all, from, to));
            from = to;
        }
        return Optional.of(files);
    }

    private Path file(String part) {
        return folder.resolve(part + ENDING);
    }
}
