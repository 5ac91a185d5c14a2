package quorate.site.page;

import java.util.List;

/** What can be stated in architecture.yaml. */
public record VocabularyPage(Frame frame, List<Section> sections) implements Page {
    public VocabularyPage {
        sections = List.copyOf(sections);
    }

    @Override
    public String template() {
        return "vocabulary";
    }

    /** The keys of one kind of subject. */
    public record Section(String anchor, String name, String help, String yaml, Table keys) {}
}
