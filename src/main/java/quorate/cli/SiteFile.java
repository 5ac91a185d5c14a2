package quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.site.SiteConfig;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Spelling;
import quorate.source.Yaml;

/**
 * The settings of a site as its file states them.
 *
 * @param named where the file names single projects, by their id
 */
record SiteFile(SiteConfig config, Map<String, Location> named) {

    static final String NAME = "site.yaml";

    /** The settings of what has no such file: a project by itself. */
    static final SiteFile NONE = new SiteFile(SiteConfig.DEFAULT, Map.of());

    /**
     * @param folder of the site
     * @throws Exit.InputError when the file has errors
     */
    static SiteFile read(Path folder, Stages stages) throws IOException {
        Problems problems = new Problems();
        Optional<SourceFile> file = Folder.open(folder, Limits.DEFAULT).read(NAME, Location.of(NAME), problems);
        Optional<SiteConfig> config = file.flatMap(read -> SiteConfig.read(read, stages.schemas(), problems));
        if (config.isEmpty()) {
            throw new Exit.InputError(problems.all());
        }
        return new SiteFile(config.get(), config.get().detailOf().isEmpty() ? Map.of() : named(file.get()));
    }

    private static Map<String, Location> named(SourceFile file) {
        Map<String, Location> named = new TreeMap<>();
        Yaml.document(file, Limits.DEFAULT, new Problems())
                .flatMap(document -> document.field("detail-of"))
                .ifPresent(node -> named.putAll(((Node.Fields) node).keys()));
        return named;
    }

    /** Projects that it names and the site does not have. */
    List<Problem> strangers(List<String> projects) {
        return named.keySet().stream()
                .filter(id -> !projects.contains(id))
                .map(id -> Problem.warning(named.get(id), "'" + id + "' is no project of this site", Spelling.hint(id, projects)))
                .toList();
    }
}
