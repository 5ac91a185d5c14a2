package quorate.site.page;

import java.util.List;

/** All terms. */
public record GlossaryPage(Frame frame, List<Letter> letters) implements Page {
    public GlossaryPage {
        letters = List.copyOf(letters);
    }

    @Override
    public String template() {
        return "glossary";
    }

    /** Terms that begin with the same letter. */
    public record Letter(String anchor, String letter, List<Term> terms) {
        public Letter {
            terms = List.copyOf(terms);
        }
    }

    /** A term in one or two sentences. */
    public record Term(String anchor, String term, List<String> aliases, String definition, PageLink see, String source) {
        public Term {
            aliases = List.copyOf(aliases);
        }
    }
}
