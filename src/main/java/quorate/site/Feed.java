package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Changes of analyses as an Atom feed (RFC 4287), newest first: one entry for each revision of a project that moved something.
 * All of it comes from the history of the sources, so that a feed that is made again is the same.
 */
final class Feed {

    private static final int MOST = 50;

    private final Edition edition;
    private final String path;
    private final String title;

    /** @param path of the feed from the root of the site */
    Feed(Edition edition, String path, String title) {
        this.edition = edition;
        this.path = path;
        this.title = title;
    }

    private record Entry(Brief project, Moment moment) {}

    /** Whether a revision can stand in a feed. */
    static boolean isTold(Moment moment) {
        return !moment.time().isEmpty() && !moment.changes().isEmpty();
    }

    /** The feed of these projects; without entries when nothing of them moved. */
    byte[] of(List<Brief> projects) {
        List<Entry> entries = new ArrayList<>();
        projects.forEach(project -> project.moments().forEach(moment -> entries.add(new Entry(project, moment))));
        entries.sort(Comparator.comparing((Entry e) -> e.moment().time()).reversed()
                .thenComparing(e -> e.project().id()).thenComparing(e -> e.moment().commit()));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
        element(xml, "title", title);
        element(xml, "id", id("feed", path));
        element(xml, "updated", entries.isEmpty() ? unmoved() : entries.get(0).moment().time());
        xml.append("<author><name>").append(escape(edition.input().config().title())).append("</name></author>\n");
        xml.append("<link rel=\"self\" href=\"").append(escape(address(path))).append("\"/>\n");
        entries.stream().limit(MOST).forEach(entry -> entry(xml, entry));
        return xml.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An Atom feed must say when it was updated; one without entries is as old as what was analysed. */
    private String unmoved() {
        String date = edition.input().revision().state().date();
        return (date.isEmpty() ? "1970-01-01" : date) + "T00:00:00Z";
    }

    private void entry(StringBuilder xml, Entry entry) {
        Moment moment = entry.moment();
        String page = edition.map().address("evolution", entry.project().id()) + "#" + EvolutionPages.anchor(moment);
        xml.append("<entry>\n");
        element(xml, "title", entry.project().title() + ": " + moment.title());
        element(xml, "id", id(entry.project().id(), moment.commit()));
        element(xml, "updated", moment.time());
        xml.append("<link href=\"").append(escape(address(page))).append("\"/>\n");
        element(xml, "summary", EvolutionPages.summary(moment));
        xml.append("</entry>\n");
    }

    /** Absolute when the address of the site is known, else relative to the feed. */
    private String address(String target) {
        String base = edition.input().config().baseUrl();
        return base.isEmpty() ? Here.at(edition.map(), path).href(target) : base + target;
    }

    /** The same for the same revision of the same project, wherever the site is published. */
    private static String id(String kind, String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((kind + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>').append(escape(text)).append("</").append(name).append(">\n");
    }

    /** Text without markup, and without the control characters that XML does not know. */
    private static String escape(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ")
                .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
