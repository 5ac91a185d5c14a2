package quorate.catalog.check;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.catalog.Catalog;
import quorate.catalog.ChecklistItem;
import quorate.catalog.RuleText;
import quorate.source.Location;

/** Each rule of the engine has its page, each page its rule, and the checklist knows both. */
final class RulePages {

    private final Catalog catalog;
    private final Report report;

    RulePages(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check(Collection<String> rules) {
        rules.stream()
                .filter(id -> !catalog.rules().containsKey(id))
                .forEach(id -> report.error(
                        Location.of("catalog/rules/" + id + ".md"), "the rule '" + id + "' has no page", "Write it."));
        Set<String> items = catalog.checklist().stream().map(ChecklistItem::id).collect(Collectors.toSet());
        for (RuleText page : catalog.rules().values()) {
            if (!rules.contains(page.id())) {
                report.error(page, "no class answers to the rule '" + page.id() + "'", "");
            }
            for (int i = 0; i < page.checklist().size(); i++) {
                if (!items.contains(page.checklist().get(i))) {
                    report.error(page, "checklist: no item '" + page.checklist().get(i) + "'", "", "checklist", i);
                }
            }
        }
        for (ChecklistItem item : catalog.checklist()) {
            for (int i = 0; i < item.rules().size(); i++) {
                if (!catalog.rules().containsKey(item.rules().get(i))) {
                    report.error(report.places().of("checklist.yaml", "items", item.id(), "rules", i),
                            item.id() + ": the catalog has no rule '" + item.rules().get(i) + "'", "");
                }
            }
        }
    }
}
