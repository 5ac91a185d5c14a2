package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.catalog.EntryKind;
import quorate.catalog.Technology;
import quorate.site.page.NamedText;
import quorate.site.page.PageLink;
import quorate.site.page.Table;
import quorate.site.page.TechnologyPage;

/** Builds the page of a technology. */
final class TechnologyPages {

    private final Edition edition;

    TechnologyPages(Edition edition) {
        this.edition = edition;
    }

    TechnologyPage page(Technology technology) {
        Here here = edition.at("technology", technology.id());
        Prose.Rendered body = edition.prose().render(technology.body(), here, technology.at());
        FrameBuilder frame = edition.frame(here, "technology", technology.name())
                .about(technology.summary())
                .crumb(here.link("Technologies", "page", "technologies"))
                .writtenIn(edition.origin(technology.at()))
                .heading("What it promises", "promises")
                .heading(!technology.settings().isEmpty(), "Settings that bite", "settings")
                .headings(body.headings())
                .heading(!technology.timing().isEmpty(), "Recovery times", "timing")
                .heading(!technology.anomalies().isEmpty(), "Reported anomalies", "anomalies")
                .heading(!technology.commands().isEmpty(), "Commands", "commands")
                .heading("Sources", "sources")
                .find("Technology", technology.aliases(), body.words());
        return new TechnologyPage(
                frame.build(),
                technology.summary(),
                Phrases.words(technology.type()),
                technology.asOf() == null ? "" : technology.asOf(),
                promises(here, technology),
                settings(technology),
                defaults(technology),
                timing(technology),
                anomalies(technology),
                commands(technology),
                body.html(),
                technology.detection().stream().map(trace -> trace.kind() + ": " + trace.value()).toList(),
                edition.entries(here, EntryKind.PATTERN, technology.patterns(), technology.at()),
                edition.back().of(here, "technology", technology.id()),
                edition.references(technology));
    }

    private List<NamedText> promises(Here here, Technology t) {
        List<NamedText> list = new ArrayList<>();
        add(list, "Replication", t.replication().how());
        if (t.consistency() != null) {
            add(list, "Consistency by default", t.consistency().byDefault());
            add(list, "Strongest that can be set", t.consistency().strongest());
            add(list, "To know", t.consistency().note());
        }
        add(list, "PACELC class", t.pacelc().rating());
        add(list, "Failover", t.failover().how());
        add(list, "Loss on failover", t.failover().loss());
        return list;
    }

    private static void add(List<NamedText> list, String name, String text) {
        if (text != null && !text.isEmpty()) {
            list.add(new NamedText(name, Phrases.capital(text)));
        }
    }

    private Table settings(Technology t) {
        Rows rows = Rows.of("settings-table", "Settings of " + t.name(), "Setting", "Default", "What it does", "Safer", "Source");
        t.settings().forEach(s -> rows.row(
                "setting-" + Slug.of(s.name()),
                Table.Cell.of(s.name()).noted(s.version()),
                Table.Cell.of(s.byDefault() == null ? "" : s.byDefault()),
                Table.Cell.of(s.meaning()),
                Table.Cell.of(s.safer()),
                Table.Cell.of(edition.cited(t, s.source()))));
        return rows.table();
    }

    private Table defaults(Technology t) {
        Rows rows = Rows.of("defaults-table", "What holds for " + t.name() + " when nothing is stated", "Fact", "Value", "Versions", "Source");
        t.defaults().forEach(d -> rows.row(
                "",
                Table.Cell.of(d.key()),
                Table.Cell.of(String.valueOf(d.value())),
                Table.Cell.of(d.versions() == null ? "" : d.versions()),
                Table.Cell.of(edition.cited(t, d.source()))));
        return rows.table();
    }

    private Table timing(Technology t) {
        Rows rows = Rows.of("timing-table", "Parts of the recovery time of " + t.name(), "Part", "Best", "Worst", "Assumes", "Source");
        t.timing().forEach(part -> rows.row(
                "",
                Table.Cell.of(part.part()),
                Table.Cell.of(text(part.best())),
                Table.Cell.of(text(part.worst())),
                Table.Cell.of(text(part.assumes())),
                Table.Cell.of(edition.cited(t, part.source()))));
        return rows.table();
    }

    private static Table anomalies(Technology t) {
        Rows rows = Rows.of("anomalies-table", "Anomalies reported for " + t.name(), "Version", "Year#", "Finding", "Report");
        t.anomalies().forEach(a -> rows.row(
                "",
                Table.Cell.of(text(a.version())),
                Table.Cell.of(Integer.toString(a.year())),
                Table.Cell.of(a.finding()).noted(a.claim().isEmpty() ? "" : "Claimed: " + a.claim()),
                Table.Cell.of(report(a.url()))));
        return rows.table();
    }

    private static PageLink report(String url) {
        boolean web = url != null && url.matches("https?://.*");
        return web ? new PageLink(url.replaceFirst("https?://(www\\.)?", "").replaceAll("/.*", ""), url) : PageLink.plain(text(url));
    }

    private Table commands(Technology t) {
        Rows rows = Rows.of("commands-table", "Commands for runbooks of " + t.name(), "For*", "When", "Command", "Expect", "If not");
        t.commands().forEach(c -> rows.row(
                "",
                Table.Cell.of(c.place()).noted(c.destructive() ? "can lose data or drop traffic" : ""),
                Table.Cell.of(c.when()),
                Table.Cell.of(c.run()),
                Table.Cell.of(c.expect()),
                Table.Cell.of(c.otherwise())));
        return rows.table();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
