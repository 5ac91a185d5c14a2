package quorate.site.page;

import java.util.List;

/**
 * What each journey waits for at worst, what its retries become, and where load keeps itself up.
 *
 * @param loops by which load may keep itself up
 * @param remarks on the loops, a sentence each
 */
public record BudgetsPage(Frame frame, String line, List<Journey> journeys, Table loops, List<String> remarks) implements Page {
    public BudgetsPage {
        remarks = List.copyOf(remarks);
        journeys = List.copyOf(journeys);
    }

    @Override
    public String template() {
        return "budgets";
    }

    /**
     * The budget of one journey.
     *
     * @param remarks what follows from its numbers, a sentence each
     * @param decided facts without which its wait is an interval
     */
    public record Journey(
            String anchor,
            String title,
            List<NamedText> facts,
            List<String> remarks,
            Table calls,
            Table load,
            List<EvidenceView> because,
            List<String> decided) {
        public Journey {
            facts = List.copyOf(facts);
            remarks = List.copyOf(remarks);
            because = List.copyOf(because);
            decided = List.copyOf(decided);
        }
    }
}
