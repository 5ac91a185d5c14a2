package quorate.export;

import java.util.List;
import quorate.model.Evidence;
import quorate.review.Finding;

/** The reasons of a finding as an indented tree of lines. */
public final class EvidenceText {

    private EvidenceText() {}

    /** One line for each piece of evidence, indented by two under what follows from it; empty when there is none. */
    public static String of(Finding finding) {
        StringBuilder text = new StringBuilder();
        write(finding.outcome().because(), "  ", text);
        return text.toString();
    }

    private static void write(List<Evidence> because, String indent, StringBuilder text) {
        for (Evidence evidence : because) {
            text.append(indent).append(Plain.line(evidence.claim()));
            evidence.origin().ifPresent(o -> text.append("  ").append(Plain.line(o.toString())));
            text.append('\n');
            write(evidence.because(), indent + "  ", text);
        }
    }
}
