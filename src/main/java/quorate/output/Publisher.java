package quorate.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import quorate.site.Part;
import quorate.site.Site;
import quorate.site.page.Page;
import quorate.site.page.Shell;
import quorate.site.page.TermForm;

/** Turns a site into files below a folder; {@link Publication} says what happens to what is there already. */
public final class Publisher {

    private final Templates templates;

    public Publisher(Templates templates) {
        this.templates = templates;
    }

    /**
     * Begins to publish a site part by part.
     *
     * @param basePath path of the site below its host; absolute links begin with it
     * @param terms forms of glossary terms that are linked where prose uses them
     */
    public Publication open(Path folder, String basePath, Shell shell, List<TermForm> terms) throws IOException {
        return new Publication(new Rendering(templates, shell, terms), new LinkCheck(basePath), folder);
    }

    /** Publishes a whole site; when it reports problems, the folder is as it was. */
    public Published publish(Site site, Path folder) throws IOException {
        try (Publication publication = open(folder, site.basePath(), site.shell(), site.terms())) {
            publication.add(new Part(site.pages(), site.files()));
            return publication.finish();
        }
    }

    /** All files of the site as they would be written, by path. */
    public Map<String, byte[]> files(Site site) {
        Rendering rendering = new Rendering(templates, site.shell(), site.terms());
        Map<String, byte[]> pages = new ConcurrentSkipListMap<>();
        site.pages().parallelStream().forEach(page -> rendering.html(
                page, (path, text) -> pages.put(path, text.getBytes(StandardCharsets.UTF_8))));
        Map<String, byte[]> files = new TreeMap<>(pages);
        files.putAll(site.files());
        return files;
    }

    /** Pages as files. Safe for several threads. */
    record Rendering(Templates templates, Shell shell, TermLinks links) {

        Rendering(Templates templates, Shell shell, List<TermForm> terms) {
            this(templates, shell, new TermLinks(terms));
        }

        /**
         * Hands over the page and its twin, each with its path, and returns the markup of the page. The twin is made before terms
         * are linked, whose previews it does not have.
         */
        String html(Page page, BiConsumer<String, String> files) {
            String plain = templates.render(page, shell);
            String html = links.link(plain, page.frame(), shell);
            files.accept(page.frame().path(), html);
            if (!page.frame().twin().isEmpty()) {
                files.accept(page.frame().twinPath(), MarkdownTwin.of(plain, page.frame(), shell));
            }
            return html;
        }
    }
}
