package quorate.site;

import java.util.List;
import quorate.catalog.Catalog;
import quorate.catalog.Comparison;
import quorate.catalog.EntryKind;
import quorate.site.page.ComparisonPage;
import quorate.site.page.PageLink;

/** Builds the page of a comparison. */
final class ComparisonPages {

    private final Edition edition;

    ComparisonPages(Edition edition) {
        this.edition = edition;
    }

    ComparisonPage page(Comparison comparison) {
        Catalog catalog = edition.input().catalog();
        Here here = edition.at("comparison", comparison.id());
        List<ComparisonPage.Member> members = comparison.members().stream().map(m -> member(here, comparison, m)).toList();
        FrameBuilder frame = edition.frame(here, "comparison", comparison.name())
                .about(comparison.question())
                .crumb(here.link("Comparisons", "page", "comparisons"))
                .writtenIn(edition.origin(comparison.at()))
                .find("Comparison", members.stream().map(m -> m.link().text()).toList(), comparison.answer());
        return new ComparisonPage(
                frame.build(),
                comparison.question(),
                comparison.answer(),
                members,
                comparison.axes().stream().map(axis -> row(comparison, axis, catalog)).toList(),
                edition.back().of(here, "comparison", comparison.id()),
                edition.references(comparison));
    }

    private ComparisonPage.Member member(Here here, Comparison comparison, Comparison.Member member) {
        EntryKind kind = EntryKind.of(member.kind()).orElseThrow();
        PageLink link = edition.entry(here, kind, member.id(), comparison.at());
        String summary = edition.input().catalog().entry(kind, member.id()).map(e -> e.summary()).orElse("");
        return new ComparisonPage.Member(link, summary);
    }

    private ComparisonPage.Row row(Comparison comparison, Comparison.Axis axis, Catalog catalog) {
        List<ComparisonPage.Cell> cells = comparison.members().stream()
                .map(member -> comparison.stated(axis, member, catalog))
                .map(stated -> new ComparisonPage.Cell(
                        stated.texts().stream().map(Phrases::capital).toList(),
                        stated.source().isEmpty() ? PageLink.NONE : edition.cited(comparison, stated.source())))
                .toList();
        return new ComparisonPage.Row("axis-" + Slug.of(axis.name()), axis.name(), cells);
    }
}
