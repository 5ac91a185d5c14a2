package quorate.export;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.review.Finding;
import quorate.review.Outcome;

/**
 * Findings as JUnit XML: a test case for each rule and subject. It fails when the finding fails the gate, is skipped when
 * it is accepted, was there before or is a question, and says in its output what is wrong below the gate.
 */
public final class JUnitReport {

    private final Report report;
    private final XMLStreamWriter xml;

    private JUnitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    /** The document as text, ended by a line feed. */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitReport(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a StringWriter does not fail
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
    }

    private void write() throws XMLStreamException {
        xml.writeStartElement("testsuites");
        attribute("name", "quorate");
        counts(report.projects());
        for (Reviewed project : report.projects()) {
            line("\n  ");
            xml.writeStartElement("testsuite");
            attribute("name", project.review().project());
            counts(List.of(project));
            for (Finding finding : project.review().findings()) {
                testCase(project, finding);
            }
            line(project.review().findings().isEmpty() ? "" : "\n  ");
            xml.writeEndElement();
        }
        line("\n");
        xml.writeEndElement();
    }

    private void counts(List<Reviewed> projects) throws XMLStreamException {
        long tests = 0;
        long failures = 0;
        long skipped = 0;
        for (Reviewed project : projects) {
            for (Finding finding : project.review().findings()) {
                tests++;
                failures += report.fails(project, finding) ? 1 : 0;
                skipped += isSkipped(project, finding) ? 1 : 0;
            }
        }
        attribute("tests", String.valueOf(tests));
        attribute("failures", String.valueOf(failures));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(skipped));
    }

    private boolean isSkipped(Reviewed project, Finding finding) {
        boolean known = finding.isWrong() && (finding.acceptance().isPresent() || report.wasThere(project, finding));
        return known || finding.outcome() instanceof Outcome.Unknown;
    }

    private void testCase(Reviewed project, Finding finding) throws XMLStreamException {
        line("\n    ");
        xml.writeStartElement("testcase");
        attribute("name", finding.rule().id() + " @ " + finding.subject().id());
        attribute("classname", project.review().project() + "." + finding.rule().id());
        attribute("file", project.path(finding.subject().at()));
        if (finding.subject().at().line() > 0) {
            attribute("line", String.valueOf(finding.subject().at().line()));
        }
        if (report.fails(project, finding)) {
            failure(project, finding);
        } else if (isSkipped(project, finding)) {
            line("\n      ");
            xml.writeEmptyElement("skipped");
            attribute("message", skipped(finding));
            line("\n    ");
        } else if (finding.isWrong()) {
            line("\n      ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(below(finding));
            xml.writeEndElement();
            line("\n    ");
        }
        xml.writeEndElement();
    }

    private void failure(Reviewed project, Finding finding) throws XMLStreamException {
        line("\n      ");
        xml.writeStartElement("failure");
        attribute("message", SarifResult.message(finding));
        attribute("type", finding.severity().word());
        String place = project.place(finding.subject().at());
        xml.writeCharacters(Plain.line(place) + ": " + SarifResult.message(finding) + "\n" + EvidenceText.of(finding));
        xml.writeEndElement();
        line("\n    ");
    }

    private static String skipped(Finding finding) {
        if (finding.outcome() instanceof Outcome.Unknown unknown) {
            return Plain.line("Question: " + finding.rule().question() + " Not stated: "
                    + String.join(", ", unknown.missing().stream().map(Missing::path).toList()));
        }
        return finding.acceptance().isPresent()
                ? Plain.line("Accepted: " + finding.acceptance().get().get(Keys.REASON).or(""))
                : "There before: " + SarifResult.message(finding);
    }

    private static String below(Finding finding) {
        String presumed = finding.outcome() instanceof Outcome.Presumed ? " (presumed)" : "";
        return finding.severity().word() + presumed + ": " + SarifResult.message(finding);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Plain.xml(Plain.line(value)));
    }

    private void line(String space) throws XMLStreamException {
        xml.writeCharacters(space);
    }
}
