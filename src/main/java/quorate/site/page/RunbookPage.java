package quorate.site.page;

import java.util.List;

/**
 * What to do while one failure lasts, in the fixed order of a runbook.
 *
 * @param rehearsed what is known of rehearsals; empty when nobody has
 * @param signals how it shows, and the alerts that the owner states for it
 * @param failBack what to do when all is well again, so that the next failure finds things as the analysis assumes
 * @param placeholders names in angle brackets that occur in commands
 */
public record RunbookPage(
        Frame frame,
        String failure,
        Mark severity,
        PageLink service,
        String owner,
        PageLink escalation,
        String rehearsed,
        PageLink original,
        List<String> placeholders,
        List<Step> confirm,
        List<PageLink> otherwise,
        List<Step> contain,
        List<PageLink> decide,
        List<String> escalateIf,
        List<Step> recover,
        List<Step> verify,
        ScenarioView scenario,
        Diagram diagram,
        List<PageLink> incidents,
        List<PageLink> experiments,
        List<String> signals,
        Step failBack)
        implements Page {
    public RunbookPage {
        placeholders = List.copyOf(placeholders);
        confirm = List.copyOf(confirm);
        otherwise = List.copyOf(otherwise);
        contain = List.copyOf(contain);
        decide = List.copyOf(decide);
        escalateIf = List.copyOf(escalateIf);
        recover = List.copyOf(recover);
        verify = List.copyOf(verify);
        incidents = List.copyOf(incidents);
        experiments = List.copyOf(experiments);
        signals = List.copyOf(signals);
    }

    @Override
    public String template() {
        return "runbook";
    }

    /**
     * One thing to do.
     *
     * @param run the command; empty when none is known, then the text says so
     * @param danger what it can cost: loses data, drops traffic; empty when harmless
     */
    public record Step(String anchor, String text, String run, String expect, String otherwise, String danger, PageLink source) {}
}
