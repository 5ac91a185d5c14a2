package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.catalog.Catalog;
import quorate.catalog.LearningPath;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.PathPage;

/** Builds the pages of the learning paths. */
final class PathPages {

    private final Edition edition;
    private final Catalog catalog;

    PathPages(Edition edition) {
        this.edition = edition;
        this.catalog = edition.input().catalog();
    }

    List<Page> pages() {
        List<LearningPath> paths = List.copyOf(catalog.paths().values());
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            Here here = edition.at("path", paths.get(i).id());
            PageLink previous = i == 0 ? PageLink.NONE : here.link(paths.get(i - 1).name(), "path", paths.get(i - 1).id());
            PageLink next = i == paths.size() - 1 ? PageLink.NONE
                    : here.link(paths.get(i + 1).name(), "path", paths.get(i + 1).id());
            pages.add(page(here, paths.get(i), previous, next));
        }
        return pages;
    }

    private PathPage page(Here here, LearningPath path, PageLink previous, PageLink next) {
        List<PathPage.Step> steps = path.steps().stream()
                .map(step -> new PathPage.Step(
                        "read-" + Slug.of(step.kind() + "-" + step.target()),
                                edition.reference(here, step.kind(), step.target()), Phrases.words(step.kind()),
                                step.why(), step.lookFor()))
                .toList();
        List<PathPage.Exercise> exercises = path.exercises().stream()
                .map(e -> new PathPage.Exercise(page(here, e), e.task()))
                .toList();
        FrameBuilder frame = edition.frame(here, "path", path.name())
                .about(path.afterwards())
                .crumb(here.link("Learning paths", "page", "paths"))
                .writtenIn(edition.origin(path.at()))
                .heading("What to read", "steps")
                .heading(!exercises.isEmpty(), "Exercises", "exercises")
                .previous(previous)
                .next(next)
                .find("Learning path", List.of(), path.forWhom() + " "
                        + String.join(" ", steps.stream().map(s -> s.link().text()).toList()));
        return new PathPage(frame.build(), path.forWhom(), path.afterwards(), steps, exercises,
                edition.back().of(here, "path", path.id()));
    }

    private PageLink page(Here here, LearningPath.Exercise exercise) {
        String project = edition.briefs().stream()
                .filter(brief -> brief.id().equals(exercise.project()))
                .map(Brief::title)
                .findFirst()
                .orElse("");
        if (project.isEmpty()) {
            return PageLink.plain("the example project " + exercise.project() + ", which is not on this site");
        }
        if (exercise.page().startsWith("step-")) {
            String number = exercise.page().substring("step-".length());
            return here.maybe(project + ": " + ReviewStep.of(Integer.parseInt(number)).full(), "step",
                    exercise.project() + "/" + number);
        }
        String name = exercise.page().equals("project") ? project : project + ": " + exercise.page();
        return here.maybe(name, exercise.page(), exercise.project());
    }
}
