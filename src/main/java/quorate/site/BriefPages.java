package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.site.page.Page;

/** Builds the few pages of a project that is shown in brief; {@link ProjectPages} builds all of them. */
final class BriefPages {

    private final ProjectScope scope;

    BriefPages(ProjectScope scope) {
        this.scope = scope;
    }

    List<Page> pages() {
        DecisionPages decisions = new DecisionPages(scope);
        List<Page> pages = new ArrayList<>(List.of(
                new OverviewPages(scope).page(),
                new StepFindings(scope).page(),
                new FailureListPages(scope).page(),
                decisions.matrix(),
                decisions.questions()));
        if (scope.isLarge()) {
            pages.addAll(new GroupPages(scope).lists());
        }
        pages.addAll(scope.portions().pages());
        return pages;
    }
}
