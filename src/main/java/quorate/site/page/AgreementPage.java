package quorate.site.page;

import java.util.List;

/** The arithmetic of quorums, leases, failure detectors and clocks of a project. */
public record AgreementPage(Frame frame, String line, List<Section> sections) implements Page {
    public AgreementPage {
        sections = List.copyOf(sections);
    }

    @Override
    public String template() {
        return "agreement";
    }

    /**
     * What is reckoned alike.
     *
     * @param note the formulas
     */
    public record Section(String anchor, String title, String note, Table table) {}
}
