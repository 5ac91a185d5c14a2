package quorate.site.page;

import java.util.List;

/** A learning path. */
public record PathPage(
        Frame frame, String forWhom, String afterwards, List<Step> steps, List<Exercise> exercises,
                Backlinks backlinks) implements Page {
    public PathPage {
        steps = List.copyOf(steps);
        exercises = List.copyOf(exercises);
    }

    @Override
    public String template() {
        return "path";
    }

    /** One thing to read. */
    public record Step(String anchor, PageLink link, String kind, String why, String lookFor) {}

    /** A task on a page of a project; without a link the project is not on this site. */
    public record Exercise(PageLink page, String task) {}
}
