package quorate.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** The same inputs give the same bytes: whatever the machine's language, time zone, order of files, or place. */
class DeterminismTest {

    private static final Path SITE = Path.of("site");

    private static final List<String> FORMATS = List.of("text", "json", "sarif", "markdown");

    @TempDir
    Path temp;

    @Test
    void siteIsTheSameBytesWhenBuiltAgain() throws Exception {
        Map<String, String> first = build(Program.with(), SITE, temp.resolve("out"));
        assertFalse(first.isEmpty());
        assertEquals(Set.of(), differing(first, build(Program.with(), SITE, temp.resolve("out"))));
    }

    /** Both are copies, since a page names the commit of the checkout that it was built from. */
    @Test
    void siteIsTheSameBytesOnAnotherMachine() throws Exception {
        Path one = copy(SITE, temp.resolve("site"), Comparator.naturalOrder());
        Path other = copy(SITE, temp.resolve("else where/site"), Comparator.reverseOrder());
        Map<String, String> here = build(Program.with(), one, temp.resolve("here/out"));
        assertEquals(Set.of(), differing(here, build(stranger(), other, temp.resolve("there/out"))));
    }

    @Test
    void schemaIsTheSameTextInEveryProcess() throws Exception {
        Program.Run here = Program.with().run("schema", "architecture");
        assertEquals(0, here.exit(), here.err());
        assertEquals(here, stranger().run("schema", "architecture"));
    }

    @Test
    void reviewIsTheSameTextOnAnotherMachine() throws Exception {
        Map<String, String> here = check(Program.with(), temp.resolve("here"));
        assertEquals(FORMATS.size(), here.size());
        assertEquals(Set.of(), differing(here, check(stranger(), temp.resolve("there"))));
    }

    private static Map<String, String> check(Program program, Path out) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("check", "--fail-on", "none"));
        for (String format : FORMATS) {
            arguments.addAll(List.of("--format", format, "--output", out.resolve(format)));
        }
        arguments.addAll(projects());
        Program.Run run = program.run(arguments.toArray());
        assertEquals(0, run.exit(), run.err());
        return sums(out);
    }

    private static Program stranger() {
        return Program.with(
                "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Chatham", "-Dfile.encoding=ISO-8859-9");
    }

    private static List<Path> projects() throws IOException {
        try (Stream<Path> all = Files.list(SITE.resolve("projects"))) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Map<String, String> build(Program program, Path site, Path out) throws Exception {
        Program.Run run = program.run("build", site, "-o", out);
        assertEquals(0, run.exit(), run.err());
        return sums(out);
    }

    /** Writes the files in that order, each with a time of its own, so that no two folders list them alike. */
    private static Path copy(Path from, Path to, Comparator<Path> order) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).sorted(order).toList();
        }
        long second = 1_000_000_000L;
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            Files.setLastModifiedTime(copy, FileTime.from(Instant.ofEpochSecond(second++)));
        }
        return to;
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        Set<String> files = new TreeSet<>(one.keySet());
        files.addAll(other.keySet());
        files.removeIf(file -> one.containsKey(file) && one.get(file).equals(other.get(file)));
        return files;
    }

    private static Map<String, String> sums(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString();
                if (!path.startsWith(".")) { // what the tool keeps for itself may name places
                    sums.put(path, HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
                }
            }
        }
        return sums;
    }
}
