package quorate.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.source.Location;

/**
 * Entries that answer the same question, side by side.
 *
 * @param question that a reader has who must choose among them
 * @param answer in a few sentences, before the table
 */
public record Comparison(
        String id,
        Location at,
        String body,
        String name,
        String question,
        String answer,
        List<Member> members,
        List<Axis> axes,
        List<Reference> references)
        implements Entry {

    public Comparison {
        members = Absent.list(members);
        axes = Absent.list(axes);
        references = Absent.list(references);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.COMPARISON;
    }

    @Override
    public String summary() {
        return question;
    }

    /** What is compared: a pattern or a technology. */
    public record Member(String kind, String id) {}

    /**
     * A row of the table.
     *
     * @param field which part of the entries it shows, or empty
     * @param cells what is stated here, for all members or for those whose entries do not say it
     */
    public record Axis(String name, String field, List<Cell> cells) {
        public Axis {
            field = Absent.text(field);
            cells = Absent.list(cells);
        }
    }

    /** What is stated about one member, with the id of a source of this entry. */
    public record Cell(String member, String says, String source) {}

    /** What the table says about a member: by whom it is stated, and the texts; no text where nobody states it. */
    public record Stated(List<String> texts, String source) {
        public Stated {
            texts = List.copyOf(texts);
        }
    }

    /** The cell of the axis for the member: what is stated here, else what its entry says. */
    public Stated stated(Axis axis, Member member, Catalog catalog) {
        Map<String, Cell> here = new TreeMap<>();
        axis.cells().forEach(cell -> here.put(cell.member(), cell));
        Cell cell = here.get(member.id());
        if (cell != null) {
            return new Stated(List.of(cell.says()), cell.source());
        }
        Optional<? extends Entry> entry = EntryKind.of(member.kind()).flatMap(kind -> catalog.entry(kind, member.id()));
        Optional<ComparedField> field = ComparedField.of(axis.field());
        List<String> texts = entry.isPresent() && field.isPresent() ? field.get().of(entry.get()) : List.of();
        return new Stated(texts, "");
    }

    /** How many cells of the table say nothing. */
    public long unstated(Catalog catalog) {
        return axes.stream()
                .flatMap(axis -> members.stream().map(member -> stated(axis, member, catalog)))
                .filter(stated -> stated.texts().isEmpty())
                .count();
    }
}
