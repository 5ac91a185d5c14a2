package quorate.site.page;

import java.util.List;

/**
 * A project's overview.
 *
 * @param relations of all components; without rows where they are too many for the page
 * @param components all of them; without rows where they are too many for the page
 * @param groups of components, where all of them are too many
 * @param members every component by group, where all of them are too many for a table
 * @param brief the name of the project in the settings of the site; empty when the project is shown in full
 * @param everything where the tables of all components and relations are; empty where they are here
 */
public record ProjectPage(
        Frame frame,
        String purpose,
        Mark verdict,
        String line,
        List<Figure> facts,
        List<Mark> counts,
        List<Worst> top,
        List<StepCard> steps,
        List<Figure> outputs,
        List<Ways> results,
        Diagram diagram,
        Table relations,
        Table components,
        Table groups,
        List<Members> members,
        List<PageLink> everything,
        Table findings,
        List<PageLink> exports,
        List<PageLink> sources,
        List<PageLink> tradeOffs,
        List<String> notes,
        String brief)
        implements Page {
    public ProjectPage {
        facts = List.copyOf(facts);
        counts = List.copyOf(counts);
        top = List.copyOf(top);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
        results = List.copyOf(results);
        members = List.copyOf(members);
        everything = List.copyOf(everything);
        exports = List.copyOf(exports);
        sources = List.copyOf(sources);
        tradeOffs = List.copyOf(tradeOffs);
        notes = List.copyOf(notes);
    }

    @Override
    public String template() {
        return "project";
    }

    /**
     * One of the worst findings.
     *
     * @param about its subject, or how many it has
     */
    public record Worst(Mark severity, PageLink finding, String about) {}

    /** Pages that are read for the same purpose. */
    public record Ways(String purpose, List<PageLink> links) {
        public Ways {
            links = List.copyOf(links);
        }
    }

    /**
     * A value with what it comes from.
     *
     * @param value leads to what was counted; nowhere for a stated fact
     * @param place file and line of a stated fact; none of a count
     */
    public record Figure(String name, PageLink value, PageLink place) {}

    /** One step in a sentence. */
    public record StepCard(PageLink step, Mark verdict, String line, String answered) {}

    /** The components of a group by name. */
    public record Members(String group, List<PageLink> components) {
        public Members {
            components = List.copyOf(components);
        }
    }
}
