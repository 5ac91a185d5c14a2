package quorate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.history.Commit;
import quorate.source.Problem;

/**
 * A project to analyse.
 *
 * @param id made from the folder's name
 */
record ProjectFolder(String id, Path path) {

    static ProjectFolder of(Path path) {
        return new ProjectFolder(idOf(path), path);
    }

    static String idOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        String id = name == null
                ? "project"
                : name.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "project" : id;
    }

    /** The folders below {@code parent}, each a project, by name. */
    static List<ProjectFolder> below(Path parent) throws IOException {
        List<ProjectFolder> projects = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (Stream<Path> children = Files.list(parent)) {
                children.filter(Files::isDirectory)
                        .filter(p -> !p.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(p -> projects.add(of(p)));
            }
        }
        return projects;
    }

    /** A place with the path of the project before it: with several projects a place alone does not say which one it is in. */
    Problem placed(Problem problem, Path from) {
        return problem.in(from.relativize(path).toString());
    }

    /** Its path in the repository, with forward slashes; empty when it lies in none. */
    String pathIn(Optional<Commit> commit) {
        Path absolute = path.toAbsolutePath().normalize();
        return commit.map(c -> c.root().toAbsolutePath().normalize())
                .filter(absolute::startsWith)
                .map(root -> root.relativize(absolute).toString().replace('\\', '/'))
                .orElse("");
    }
}
