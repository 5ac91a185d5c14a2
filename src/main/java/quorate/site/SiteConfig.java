package quorate.site;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.schema.Binding;
import quorate.schema.SchemaName;
import quorate.schema.Schemas;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * The settings of a site, {@code site.yaml}.
 *
 * @param baseUrl full address, ending with a slash; empty when it is not known, then nothing absolute is written
 * @param repository web address of the repository that holds catalog and projects; empty for no links to it
 * @param logo name of a file among the assets, or empty
 * @param colours tokens of the style sheet with other values; {@code accent-dark} is that of the dark theme
 * @param projects folder of the projects, relative to {@code site.yaml}
 * @param pages folder of hand-written pages, relative to {@code site.yaml}
 * @param detail of the projects, {@code full} or {@code brief}; empty for what is usual for as many as there are
 * @param detailOf the same of single projects, by id
 */
public record SiteConfig(
        String title,
        String description,
        String baseUrl,
        String repository,
        String branch,
        String footer,
        String logo,
        Map<String, String> colours,
        String projects,
        String pages,
        String detail,
        Map<String, String> detailOf) {

    /** What holds when there is no {@code site.yaml}. */
    public static final SiteConfig DEFAULT = new SiteConfig(null, null, null, null, null, null, null, null, null, null, null, null);

    public SiteConfig {
        title = or(title, "Quorate");
        description = or(description, "Where these systems break, why, and what to do about it.");
        baseUrl = slashed(or(baseUrl, ""));
        repository = or(repository, "").replaceAll("/+$", "");
        branch = or(branch, "main");
        footer = or(footer, "");
        logo = or(logo, "");
        colours = colours == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(colours));
        projects = or(projects, "projects");
        pages = or(pages, "pages");
        detail = or(detail, "");
        detailOf = detailOf == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(detailOf));
    }

    /** Reads and checks a {@code site.yaml}; nothing when it has problems, which are reported. */
    public static Optional<SiteConfig> read(SourceFile file, Schemas schemas, Problems problems) {
        Problems own = new Problems();
        Optional<SiteConfig> config = Yaml.document(file, Limits.DEFAULT, own).map(document -> {
            schemas.check(SchemaName.SITE, document, own);
            return own.hasErrors() ? DEFAULT : Binding.bind(document, Map.of(), document.at(), SiteConfig.class);
        });
        problems.addAll(own.all());
        return own.hasErrors() ? Optional.empty() : config;
    }

    /** The same site at another address. */
    public SiteConfig at(String address) {
        return new SiteConfig(title, description, address, repository, branch, footer, logo, colours, projects, pages, detail, detailOf);
    }

    /** The same site with every project in this form, whatever is stated of single ones. */
    public SiteConfig shown(Detail all) {
        return new SiteConfig(title, description, baseUrl, repository, branch, footer, logo, colours, projects, pages, all.word(), null);
    }

    /** The same site, whatever is stated of how much of a project is shown. */
    public SiteConfig ofAnyDetail() {
        return new SiteConfig(title, description, baseUrl, repository, branch, footer, logo, colours, projects, pages, null, null);
    }

    /**
     * How much of a project is shown.
     *
     * @param projects how many the site has
     */
    public Detail detail(String project, int projects) {
        String stated = detailOf.getOrDefault(project, detail);
        return stated.isEmpty() ? Detail.usual(projects) : Detail.of(stated);
    }

    /** The path below the host: {@code /} or {@code /quorate/}. */
    public String basePath() {
        String path = baseUrl.isEmpty() ? "/" : URI.create(baseUrl).getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String or(String value, String other) {
        return value == null ? other : value.strip();
    }

    private static String slashed(String address) {
        return address.isEmpty() || address.endsWith("/") ? address : address + "/";
    }
}
