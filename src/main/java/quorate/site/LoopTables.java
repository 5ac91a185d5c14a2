package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.derive.load.LoadLoop;
import quorate.derive.load.LoadLoops;
import quorate.model.Missing;
import quorate.site.page.Mark;
import quorate.site.page.Table;

/** Loops by which load may keep itself up, as a table with remarks. */
final class LoopTables {

    private final ProjectScope scope;
    private final LoadLoops loops;

    LoopTables(ProjectScope scope) {
        this.scope = scope;
        this.loops = scope.review().input().derived().loops();
    }

    Table table(Here here) {
        Rows rows = Rows.of("loops-table", "Loops by which load may keep itself up in " + scope.title(),
                "At", "Closed by*", "Trigger", "Goes on because", "Gain", "Cut", "Would be cut by");
        for (LoadLoop loop : loops.loops()) {
            rows.row(
                    "loop-" + Slug.of(loop.kind().word()) + "-" + Slug.of(loop.at().id()),
                    Table.Cell.of(scope.subject(here, loop.at())),
                    Table.Cell.of(loop.kind().word()),
                    Table.Cell.of(loop.trigger()),
                    Table.Cell.of(loop.sustains().replace("->", "→")),
                    gain(here, loop),
                    loop.cut().isEmpty() ? Table.Cell.of("by nothing that is stated") : Table.Cell.of(String.join("; ", loop.cut()).replace("->", "→")),
                    Table.Cell.of(String.join("; ", loop.cutBy()).replace("->", "→")));
        }
        return rows.table();
    }

    private Table.Cell gain(Here here, LoadLoop loop) {
        boolean held = !loop.cut().isEmpty();
        Mark mark = held ? new Mark("ok", "cut") : loop.certain() ? new Mark("high", "above one") : new Mark("unknown", "may be above one");
        String gain = loop.gain().least() == 0 && Double.isInfinite(loop.gain().most()) ? "not known" : loop.gain().words();
        String missing = String.join(", ", loop.deciding().stream().map(Missing::path).sorted().toList());
        return new Table.Cell(mark, List.of(), gain, "" + loop.gain().stated(), missing.isEmpty() ? "" : "not stated: " + missing, List.of())
                .why(scope.evidence(here, loop.factors()));
    }

    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!loops.open().isEmpty()) {
            remarks.add("For " + Phrases.count(loops.open().size(), "component") + " it is not stated whether callers try again: "
                    + String.join(", ", loops.open().stream().limit(20).map(one -> one.title()).toList())
                    + (loops.open().size() > 20 ? " and more." : "."));
        }
        if (loops.omitted() > 0) {
            remarks.add(loops.omitted() + " further loops are left out.");
        }
        if (!loops.complete()) {
            remarks.add("There are too many circles of calls to look at all of them.");
        }
        return remarks;
    }
}
