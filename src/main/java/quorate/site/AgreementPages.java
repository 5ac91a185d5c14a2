package quorate.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.derive.agreement.Figure;
import quorate.derive.agreement.Figure.Tone;
import quorate.derive.agreement.Reckoning;
import quorate.derive.agreement.Reckoning.Section;
import quorate.site.page.AgreementPage;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the page of quorums, leases and clocks. */
final class AgreementPages {

    private static final Map<Section, String> NOTES = Map.of(
            Section.VOTERS, "Majority = floor(n/2) + 1 of all configured voters; crashes tolerated = n - majority. Learners and observers do not count.",
            Section.LOSSES, "A fault domain may be lost if n - (voters in it) >= floor(n/2) + 1.",
            Section.QUORUMS, "A read shares R + W - N replicas with the last write, two writes share 2W - N; that is not linearizability. Sloppy quorums"
                    + " void both.",
            Section.LEASES, "The holder must stop its clock's error before its lease ends; another may begin when the lease ends. A pause between check and"
                    + " write has no bound, so only a check at what is written to rules out two writers.",
            Section.DETECTORS, "Heartbeats: misses × interval at most. Phi accrual: mean + pause + deviation × z(1 - 10^-phi), or phi × ln 10 × mean + pause."
                    + " SWIM: T / (1 - (1 - 1/(n-1))^(n-1)), then the suspicion timeout.",
            Section.CLOCKS, "What is ordered by wall clocks can be wrong for events closer together than the clocks differ.");

    private final ProjectScope scope;

    AgreementPages(ProjectScope scope) {
        this.scope = scope;
    }

    AgreementPage page() {
        Here here = scope.at("agreement");
        FrameBuilder frame = scope.frame(here, "agreement", "Quorums, leases and clocks").about(line())
                .find("Quorums", List.of(scope.title() + " quorums", "majority", "leases", "failure detectors", "clock skew"), "");
        List<AgreementPage.Section> sections = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Reckoning> rows = all().stream().filter(one -> one.section() == section).toList();
            if (!rows.isEmpty()) {
                sections.add(new AgreementPage.Section(section.id(), section.title(), NOTES.get(section), table(here, section, rows)));
                frame.heading(section.title(), section.id());
            }
        }
        return new AgreementPage(frame.build(), line(), sections);
    }

    private List<Reckoning> all() {
        return scope.review().input().derived().agreements();
    }

    private String line() {
        if (all().isEmpty()) {
            return "No group that votes, quorum, lease, failure detector or ordering clock is stated.";
        }
        long bad = count(Tone.BAD);
        long open = count(Tone.OPEN);
        return Phrases.capital(Phrases.count((int) figures().count(), "figure")) + ": "
                + (bad == 0 ? "none falls short of what is wanted" : Phrases.count((int) bad, "figure") + (bad == 1 ? " falls" : " fall") + " short of what is wanted")
                + (open == 0 ? "." : ", " + open + " cannot be computed from what is stated.");
    }

    private Stream<Figure> figures() {
        return all().stream().flatMap(one -> one.figures().stream());
    }

    private long count(Tone tone) {
        return figures().filter(figure -> figure.tone() == tone).count();
    }

    private Table table(Here here, Section section, List<Reckoning> all) {
        boolean calculators = all.stream().anyMatch(one -> !one.formula().isEmpty());
        boolean domains = section == Section.LOSSES;
        List<String> columns = new ArrayList<>(List.of("Of"));
        if (domains) {
            columns.add("Lost");
        }
        all.get(0).figures().forEach(figure -> columns.add(figure.name()));
        if (calculators) {
            columns.add("Try");
        }
        Rows rows = Rows.of(section.id() + "-table", section.title() + " of " + scope.title(), columns.toArray(String[]::new));
        for (Reckoning one : all) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(scope.subject(here, one.subject())).noted(domains ? "" : one.about()));
            if (domains) {
                cells.add(Table.Cell.of(one.about()));
            }
            one.figures().forEach(figure -> cells.add(cell(here, figure)));
            if (calculators) {
                cells.add(one.formula().isEmpty() ? Table.Cell.of("no calculator") : Table.Cell.of(calculator(here, one)));
            }
            rows.row(section.id() + "-" + one.subject().kind().word().replace(' ', '-') + "-" + Slug.of(one.subject().id()), cells.toArray(Table.Cell[]::new));
        }
        return rows.table();
    }

    private Table.Cell cell(Here here, Figure figure) {
        Mark mark = switch (figure.tone()) {
            case PLAIN -> Mark.NONE;
            case GOOD -> new Mark("ok", figure.value());
            case BAD -> new Mark("high", figure.value());
            case OPEN -> new Mark("unknown", figure.value());
        };
        boolean brief = figure.value().length() <= 24;
        Table.Cell cell = figure.tone() == Tone.PLAIN
                ? Table.Cell.of(figure.value())
                : brief ? Table.Cell.of(mark, figure.value()) : new Table.Cell(word(figure.tone()), List.of(), figure.value(), "", "", List.of());
        String missing = figure.missing().stream().map(one -> one.path()).sorted().collect(Collectors.joining(", "));
        return cell.noted(missing.isEmpty() ? "" : "not stated: " + missing).why(List.of(scope.evidence(here, figure.why())));
    }

    private static Mark word(Tone tone) {
        return switch (tone) {
            case PLAIN -> Mark.NONE;
            case GOOD -> new Mark("ok", "good");
            case BAD -> new Mark("high", "bad");
            case OPEN -> new Mark("unknown", "open");
        };
    }

    /** The calculator with the project's values; the values stand in its address. */
    private PageLink calculator(Here here, Reckoning one) {
        PageLink page = here.maybe("calculator", "calculator", one.formula());
        String values = one.inputs().entrySet().stream()
                .map(input -> input.getKey() + "=" + URLEncoder.encode(input.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return values.isEmpty() || page.href().isEmpty() ? page : new PageLink(page.text(), page.href() + "?" + values);
    }
}
