package quorate.catalog.check;

import java.util.Collection;
import java.util.Set;
import quorate.catalog.Catalog;
import quorate.catalog.Places;
import quorate.source.Problems;

/** Proves what the schemas cannot say, each kind of proof in a class of its own, and tells everything at once. */
public final class CatalogCheck {

    private CatalogCheck() {}

    /**
     * Reports everything that is wrong or missing.
     *
     * @param rules ids of the rules that exist as code; each needs its page, each page its rule
     * @param traits the traits that the engine evaluates
     * @param places where the catalog was read from
     */
    public static void check(
            Catalog catalog, Collection<String> rules, Set<String> traits, Places places, Problems problems) {
        Report report = new Report(places, problems);
        new EntryLinks(catalog, traits, report).check();
        new ProseLinks(catalog, report).check();
        new ModelCheck(catalog, report).check();
        new RulePages(catalog, report).check(rules);
        new PartsCheck(catalog, report).check();
        new SourceCheck(catalog, report).check();
        new TraceCheck(catalog, report).check();
        new NameCheck(catalog, report).check();
        new OrphanCheck(catalog, report).check();
        new WordingCheck(catalog, report).check();
        new ParameterCheck(catalog, report).check();
        FormulaCheck.check(catalog, problems);
    }
}
