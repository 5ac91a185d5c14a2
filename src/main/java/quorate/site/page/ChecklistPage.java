package quorate.site.page;

import java.util.List;

/** What every review answers. */
public record ChecklistPage(Frame frame, List<Step> steps) implements Page {
    public ChecklistPage {
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "checklist";
    }

    /** The items of one step. */
    public record Step(String anchor, String name, String question, List<Item> items) {
        public Step {
            items = List.copyOf(items);
        }
    }
}
