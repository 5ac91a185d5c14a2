package quorate.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.catalog.Anomaly;
import quorate.catalog.ConsistencyModel;
import quorate.catalog.Entry;
import quorate.catalog.EntryKind;
import quorate.catalog.Reference;
import quorate.catalog.Term;
import quorate.site.page.Made;
import quorate.site.page.PageLink;
import quorate.site.page.Source;
import quorate.source.Location;

/** One making of the site: what it is made of, its addresses, and what turned up on the way. */
final class Edition {

    /** Characters of a commit's hash that readers see. */
    private static final int SHOWN = 12;

    private final SiteInput input;
    private final SiteMap map;
    private final Remarks remarks;
    private final List<Brief> briefs;
    private final Prose prose;
    private final Backreferences back;
    private final SourceLinks sources;
    private final boolean twins;

    private Edition(SiteInput input, SiteMap map, Remarks remarks, List<Brief> briefs, Backreferences back, boolean twins) {
        this.twins = twins;
        this.input = input;
        this.map = map;
        this.remarks = remarks;
        this.briefs = List.copyOf(briefs);
        this.back = back;
        this.prose = new Prose(map, input.layout(), remarks);
        this.sources = new SourceLinks(input.config().repository(), revision(), "");
    }

    /** For the pages of one project, which say nothing of others. In brief none has a twin: a third of the time would go there. */
    static Edition ofProject(SiteInput input, SiteMap map, Remarks remarks, Detail detail) {
        return new Edition(input, map, remarks, List.of(), Backreferences.NONE, detail == Detail.FULL);
    }

    /** For all pages beyond the projects. */
    static Edition ofSite(SiteInput input, SiteMap map, Remarks remarks, List<Brief> briefs) {
        return new Edition(input, map, remarks, briefs, Backreferences.of(input.catalog(), briefs), true);
    }

    /**
     * For pages of the catalog, which comes with the tool. They say when their own source changed; to name the newest commit of the
     * projects' repository as well would change every one of them with each commit.
     */
    Edition ofTheCatalog() {
        return new Edition(input.ofNoState(), map, remarks, briefs, back, twins);
    }

    SiteInput input() {
        return input;
    }

    /** What is said of the projects beyond their own pages, in their order. */
    List<Brief> briefs() {
        return briefs;
    }

    SiteMap map() {
        return map;
    }

    Remarks remarks() {
        return remarks;
    }

    Prose prose() {
        return prose;
    }

    Backreferences back() {
        return back;
    }

    /** The commit that was analysed, else the branch. */
    String revision() {
        String commit = input.revision().state().commit();
        return commit.isEmpty() ? input.config().branch() : commit;
    }

    /** The commit from which pages are made, as readers see it. */
    Made made() {
        State state = input.revision().state();
        String id = state.commit();
        return new Made(id.length() > SHOWN ? id.substring(0, SHOWN) : id, commit(id), state.date());
    }

    /** Where a commit of the repository is shown; empty when the repository has no address. */
    String commit(String id) {
        String repository = input.config().repository();
        return id.isEmpty() || repository.isEmpty() ? "" : repository + (repository.contains("gitlab") ? "/-" : "") + "/commit/" + id;
    }

    /** The file of an entry of the catalog, or of a page; one that comes with the tool is not in the repository of a site. */
    Origin origin(Location at) {
        Revision revision = input.revision();
        String path = revision.changed().isEmpty() ? at.file() : revision.tracked(at.file()).orElse("");
        return path.isEmpty() ? Origin.NONE : origin(path, input.revision().changed().getOrDefault(path, ""));
    }

    private Origin origin(String path, String changed) {
        return new Origin(new SourceLinks(input.config().repository(), input.config().branch(), "").edit(path), changed);
    }

    SourceLinks sources() {
        return sources;
    }

    Here at(String kind, String id) {
        return Here.at(map, map.address(kind, id));
    }

    FrameBuilder frame(Here here, String type, String title) {
        FrameBuilder frame = new FrameBuilder(here, input.config().baseUrl(), type, title, made(), twins);
        return type.equals("home") ? frame : frame.crumb(here.link("Home", "page", "home"));
    }

    /** A link to an entry under its name; one that the catalog lacks becomes plain text and is reported. */
    PageLink entry(Here here, EntryKind kind, String id, Location from) {
        PageLink link = named(here, kind, id);
        if (link.href().isEmpty()) {
            remarks.warn(from, "refers to " + kind.word() + " '" + id + "', which the catalog does not have",
                    "Correct the id, or add the entry; until then it is shown as plain text.");
        }
        return link;
    }

    /** The same without a report. */
    PageLink named(Here here, EntryKind kind, String id) {
        String name = input.catalog().entry(kind, id).map(Edition::shortName).orElse(Phrases.words(id));
        return here.maybe(name, kind.word(), id);
    }

    /** A link to an entry, term, consistency model or anomaly under its name; what is not there becomes plain text. */
    PageLink reference(Here here, String kind, String id) {
        Optional<String> name =
                switch (kind) {
                    case "term" -> Optional.ofNullable(input.catalog().terms().get(id)).map(Term::term);
                    case "model" -> Optional.ofNullable(input.catalog().consistency().models().get(id))
                            .map(ConsistencyModel::name);
                    case "anomaly" -> Optional.ofNullable(input.catalog().consistency().anomalies().get(id)).map(Anomaly::name);
                    default -> EntryKind.of(kind).flatMap(k -> input.catalog().entry(k, id)).map(Edition::shortName);
                };
        return here.maybe(name.orElse(Phrases.words(id)), kind, id);
    }

    List<PageLink> entries(Here here, EntryKind kind, List<String> ids, Location from) {
        return ids.stream().map(id -> entry(here, kind, id, from)).toList();
    }

    /** Incidents carry their whole title as name; in a list of links the date and the organisation are enough. */
    static String shortName(Entry entry) {
        return entry instanceof quorate.catalog.Incident incident
                ? incident.organisation() + ", " + incident.date()
                : entry.name();
    }

    /** The sources of an entry as they are printed. */
    List<Source> references(Entry entry) {
        return printed(entry.references());
    }

    /** Sources as they are printed. */
    List<Source> printed(List<Reference> references) {
        List<Source> list = new ArrayList<>();
        for (Reference reference : references) {
            List<String> parts = new ArrayList<>();
            for (String part : List.of(reference.authors(), reference.venue(), reference.year() > 0 ? "" + reference.year() : "",
                    reference.asOf().isEmpty() ? "" : "as of " + reference.asOf())) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            String address = reference.address().matches("https?://.*") ? reference.address() : "";
            list.add(new Source("source-" + Slug.of(reference.id()), String.join(", ", parts),
                    new PageLink(reference.title(), address)));
        }
        return list;
    }

    /** A link to the source that is cited by its id; what is no id of a source stays text. */
    PageLink cited(Entry entry, String id) {
        boolean known = entry.references().stream().anyMatch(r -> r.id().equals(id));
        return known ? new PageLink(id, "#source-" + Slug.of(id)) : PageLink.plain(id);
    }
}
