package quorate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.history.Versions;
import quorate.importer.AcceptanceFile;
import quorate.review.Review;

/** Reviews what a project's folder was in an earlier revision, by the rules and the catalog of today. */
record EarlierState(Stages stages, Versions versions) {

    /**
     * The review of a state; nothing when its folder held too much to be looked at.
     *
     * @param tree identifies the state
     * @param acceptances what the file with the acceptances of several projects held; nothing when there was none
     * @throws Exit.InputError when its files have errors
     */
    Optional<Review> review(String project, String tree, Optional<byte[]> acceptances) throws IOException {
        Path around = Files.createTempDirectory("quorate-earlier");
        try {
            Path folder = Files.createDirectory(around.resolve("project"));
            if (!versions.write(tree, folder)) {
                return Optional.empty();
            }
            if (acceptances.isPresent()) {
                Files.write(around.resolve(AcceptanceFile.NAME), acceptances.get());
            }
            return Optional.of(stages.review(stages.read(project, folder, new ArrayList<>())));
        } finally {
            delete(around);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}
