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

    /** The fields of one kind of subject. */
    public record Section(String anchor, String name, String help, String yaml, List<Group> groups) {
        public Section {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Fields that begin alike.
     *
     * @param names of its fields, in one line
     */
    public record Group(String anchor, String name, String names, List<Field> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field.
     *
     * @param value what can be written, in words
     */
    public record Field(String anchor, String name, String help, String value, String example) {}
}
