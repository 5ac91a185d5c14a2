package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import quorate.site.page.PageLink;
import quorate.source.Location;

/** Links from a place in a file to that line in the repository. */
final class SourceLinks {

    private final String repository;
    private final String revision;
    private final String folder;

    /**
     * @param repository web address; empty for no links
     * @param revision commit or branch
     * @param folder of the files in the repository; empty for its root
     */
    SourceLinks(String repository, String revision, String folder) {
        this.repository = repository.matches("https?://.+") ? repository.replaceAll("/+$", "") : "";
        this.revision = revision;
        this.folder = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    }

    /** {@code architecture.yaml:12}, as a link if the repository is known. */
    PageLink of(Location at) {
        return new PageLink(at.brief(), repository.isEmpty() ? "" : address(at.file(), "blob") + line(at));
    }

    /** Where the file can be changed; no link if the repository is not known. */
    PageLink edit(String file) {
        return repository.isEmpty() ? PageLink.NONE : new PageLink("Edit this page", address(file, "edit"));
    }

    private String address(String file, String verb) {
        String way = repository.contains("gitlab") ? "/-/" : "/";
        return repository + way + verb + "/" + encoded(revision) + "/" + encoded(folder + file);
    }

    private static String line(Location at) {
        return at.line() == 0 ? "" : "#L" + at.line();
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> java.net.URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
