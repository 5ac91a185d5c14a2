package quorate.catalog.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import quorate.catalog.Catalog;
import quorate.catalog.Comparison;
import quorate.catalog.Entry;
import quorate.catalog.FormulaText;
import quorate.catalog.Reference;
import quorate.catalog.Technology;
import quorate.source.Location;

/** What is cited is among the references, and each reference can be found: by a DOI, an address that stays, or as print. */
final class SourceCheck {

    private static final Pattern PROSE_ADDRESS = Pattern.compile("\\]\\((https?://[^)\\s]*)\\)");
    private static final Pattern TRACKING =
            Pattern.compile("[?&](utm_[a-z]+|fbclid|gclid|msclkid|mc_[ce]id|igshid|ref|ref_src|source|si|trk|cmpid)=");
    /** Under 10.5555 the library numbers what has no DOI. */
    private static final Pattern RESOLVER = Pattern.compile("^https?://((dx\\.)?doi\\.org|dl\\.acm\\.org/doi)/(?!10\\.5555/)");
    private static final Pattern SHORTENER = Pattern.compile("^https?://(bit\\.ly|t\\.co|goo\\.gl|tinyurl\\.com|ow\\.ly)/");
    private static final Pattern ARXIV =
            Pattern.compile("^https://arxiv\\.org/abs/([0-9]{4}\\.[0-9]{4,5}|[a-z-]+(\\.[A-Z]{2})?/[0-9]{7})(v[0-9]+)?$");
    private static final Pattern DOI = Pattern.compile("^10\\.[0-9]{4,9}/[-._;()/:<>A-Za-z0-9]*[A-Za-z0-9)>]$");

    private final Catalog catalog;
    private final Report report;

    SourceCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        for (Entry entry : catalog.entries()) {
            for (int i = 0; i < entry.references().size(); i++) {
                int at = i;
                form(entry.references().get(i), field -> report.places().of(entry, "references", at, field));
                String id = entry.references().get(i).id();
                if (entry.references().subList(0, i).stream().anyMatch(before -> before.id().equals(id))) {
                    report.error(entry, "the source '" + id + "' is there twice", "Give each an id of its own.", "references", i, "id");
                }
            }
            Matcher links = PROSE_ADDRESS.matcher(entry.body());
            while (links.find()) {
                address(links.group(1), report.places().inProse(entry, links.start(1)));
            }
        }
        for (FormulaText formula : catalog.formulas().values()) {
            formula.references().forEach(r -> form(r, field -> formula.at()));
        }
        catalog.consistency().sources().values().forEach(
                r -> form(r, field -> report.places().of("consistency-models.yaml", "sources", r.id(), field)));
        catalog.patterns().values().forEach(pattern -> IntStream.range(0, pattern.parameters().size())
                .filter(i -> !quorate.catalog.Pattern.Parameter.OWN.contains(pattern.parameters().get(i).source()))
                .forEach(i -> cites(pattern, pattern.parameters().get(i).source(), "parameters", i, "source")));
        catalog.technologies().values().forEach(this::technology);
        catalog.comparisons().values().forEach(this::comparison);
    }

    private void technology(Technology technology) {
        for (int i = 0; i < technology.defaults().size(); i++) {
            cites(technology, technology.defaults().get(i).source(), "defaults", i, "source");
        }
        for (int i = 0; i < technology.settings().size(); i++) {
            cites(technology, technology.settings().get(i).source(), "settings", i, "source");
        }
        for (int i = 0; i < technology.timing().size(); i++) {
            cites(technology, technology.timing().get(i).source(), "timing", i, "source");
        }
        for (int i = 0; i < technology.commands().size(); i++) {
            cites(technology, technology.commands().get(i).source(), "commands", i, "source");
        }
        for (int i = 0; i < technology.anomalies().size(); i++) {
            address(technology.anomalies().get(i).url(), report.places().of(technology, "anomalies", i, "url"));
        }
        cites(technology, technology.replication().source(), "replication", "source");
        cites(technology, technology.consistency().source(), "consistency", "source");
        cites(technology, technology.failover().source(), "failover", "source");
        if (technology.consistency().source().isEmpty() && !technology.consistency().byDefault().startsWith("not applicable")) {
            report.error(technology, "consistency: names no source", "Name the reference that says what is offered.",
                    "consistency");
        }
    }

    private void comparison(Comparison comparison) {
        for (int a = 0; a < comparison.axes().size(); a++) {
            for (int c = 0; c < comparison.axes().get(a).cells().size(); c++) {
                cites(comparison, comparison.axes().get(a).cells().get(c).source(), "axes", a, "cells", c, "source");
            }
        }
    }

    private void cites(Entry entry, String source, Object... path) {
        Set<String> known = entry.references().stream().map(Reference::id).collect(Collectors.toSet());
        if (!source.isEmpty() && !known.contains(source)) {
            report.error(entry, "cites '" + source + "', which is not among its references",
                    "It has: " + String.join(", ", known.stream().sorted().toList()) + ".", path);
        }
    }

    /** A place by the name of a field of the reference. */
    private interface Field {
        Location at(String name);
    }

    private void form(Reference reference, Field field) {
        if (reference.address().isEmpty()
                && (reference.venue().isEmpty() || reference.year() == 0 || reference.authors().isEmpty())) {
            report.error(field.at("id"), "the source '" + reference.title() + "' cannot be found",
                    "Give its doi or url; for print without either, its authors, venue and year.");
        }
        if (!reference.doi().isEmpty() && !DOI.matcher(reference.doi()).matches()) {
            report.error(field.at("doi"), "'" + reference.doi() + "' is no DOI",
                    "Write it as 10.1145/359545.359563, without resolver.");
        }
        if (!reference.url().isEmpty()) {
            address(reference.url(), field.at("url"));
        }
    }

    private void address(String address, Location at) {
        if (!address.startsWith("https://")) {
            report.error(at, "'" + address + "' is not https", "Give an address that is, of the publisher or of an archive.");
        }
        if (TRACKING.matcher(address).find()) {
            report.error(at, "'" + address + "' tells who follows it", "Leave the tracking part of the query out.");
        }
        if (RESOLVER.matcher(address).find()) {
            report.error(at, "'" + address + "' is the address of a DOI", "Write it as doi, without resolver.");
        }
        if (SHORTENER.matcher(address).find()) {
            report.error(at, "'" + address + "' hides where it leads", "Give the address itself.");
        }
        if (address.contains("arxiv.org/") && !ARXIV.matcher(address).matches()) {
            report.error(at, "'" + address + "' is not how arXiv is cited", "Write https://arxiv.org/abs/ and the number.");
        }
        if (List.of("#:~:", "localhost", "127.0.0.1").stream().anyMatch(address::contains)) {
            report.error(at, "'" + address + "' holds on one machine only", "Give the address of the page.");
        }
    }
}
