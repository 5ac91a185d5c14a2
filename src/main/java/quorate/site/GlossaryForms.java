package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import quorate.catalog.Catalog;
import quorate.catalog.Term;
import quorate.site.page.TermForm;

/** The terms of the glossary for prose: the forms that are linked, and the definitions that a preview shows. */
final class GlossaryForms {

    /** Name of the script that holds the definitions. */
    static final String SCRIPT = "terms.js";

    private final Catalog catalog;

    GlossaryForms(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Terms and aliases, without everyday words and without what stands for two terms. */
    List<TermForm> forms() {
        Map<String, String> owners = new HashMap<>();
        List<TermForm> forms = new ArrayList<>();
        for (Term term : catalog.terms().values()) {
            for (String name : names(term)) {
                String owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), term.id());
                if (owner == null) {
                    forms.add(new TermForm(name, term.id(), "term-" + Slug.of(term.id())));
                } else {
                    forms.removeIf(form -> form.text().equalsIgnoreCase(name));
                }
            }
        }
        return forms;
    }

    private static TreeSet<String> names(Term term) {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(term.term());
        names.addAll(term.aliases());
        term.everyday().forEach(names::remove);
        return names;
    }

    /** One line for each term: its id, its name, its definition. */
    byte[] script() {
        StringBuilder script = new StringBuilder("window.quorateTerms={\n");
        catalog.terms().values().forEach(term -> script.append(ScriptText.quoted(term.id())).append(":[")
                .append(ScriptText.quoted(term.term())).append(',').append(ScriptText.quoted(term.definition()))
                        .append("],\n"));
        return script.append("};\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
